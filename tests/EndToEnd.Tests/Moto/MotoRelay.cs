namespace RotationLambdas.EndToEnd.Tests.Moto;

/// <summary>Passes calls on to moto, and answers ListServiceDeployments with an empty list: moto does not have that operation.</summary>
internal sealed class MotoRelay : IAsyncDisposable
{
    private const string Target = "X-Amz-Target";

    private readonly HttpListener _listener = new();
    private readonly HttpClient _moto;
    private readonly Task _served;

    private MotoRelay(Uri moto, Uri endpoint)
    {
        Endpoint = endpoint;
        _moto = new HttpClient { BaseAddress = moto };
        _listener.Prefixes.Add(endpoint.ToString());
        _listener.Start();
        _served = ServeAsync();
    }

    /// <summary>Where it answers.</summary>
    public Uri Endpoint { get; }

    public static MotoRelay Start(MotoServer moto) => new(moto.Endpoint, new Uri($"http://127.0.0.1:{MotoServer.FreePort()}/"));

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _served;
        _moto.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> answers = [];
        try
        {
            while (true)
            {
                answers.Add(AnswerAsync(await _listener.GetContextAsync()));
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        var target = context.Request.Headers[Target];
        if (target?.EndsWith(".ListServiceDeployments", StringComparison.Ordinal) is true)
        {
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("""{"serviceDeployments":[]}"""));
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StreamContent(context.Request.InputStream) };
        foreach (var header in new[] { Target, "Authorization", "X-Amz-Date" })
        {
            request.Headers.TryAddWithoutValidation(header, context.Request.Headers[header]);
        }

        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        using var answer = await _moto.SendAsync(request);
        response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(response.OutputStream);
    }
}
