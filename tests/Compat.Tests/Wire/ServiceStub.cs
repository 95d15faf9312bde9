using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RotationLambdas.Compat.Tests.Wire;

/// <summary>An AWS service that gives its prepared answers in order, and keeps what it was asked.</summary>
internal sealed class ServiceStub : IAsyncDisposable
{
    internal static readonly AWSCredentials Credentials = new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session");

    private readonly WebApplication _host;
    private readonly ConcurrentQueue<Reply> _replies;

    private ServiceStub(WebApplication host, IEnumerable<Reply> replies)
    {
        _host = host;
        _replies = new(replies);
    }

    internal ConcurrentQueue<Received> Requests { get; } = [];

    internal Received Request => Requests.ShouldHaveSingleItem();

    internal string Url => _host.Urls.Single();

    internal T Configure<T>(int maxErrorRetry = 0)
        where T : ClientConfig, new() => new()
        {
            ServiceURL = Url,
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = maxErrorRetry,
            RetryMode = RequestRetryMode.Standard,
        };

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    internal static async Task<ServiceStub> AnsweringAsync(params Reply[] replies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var stub = new ServiceStub(host, replies);
        host.MapPost("/", stub.AnswerAsync);
        await host.StartAsync();
        return stub;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new Received(headers, body));

        var reply = _replies.TryDequeue(out var next)
            ? next : throw new InvalidOperationException("The stub was asked more often than it has answers.");
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.Headers["x-amzn-RequestId"] = "request-1";
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }
}

internal sealed record Received(IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal string Target => Headers["X-Amz-Target"];

    internal JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}

/// <summary>What a <see cref="ServiceStub"/> answers.</summary>
internal sealed record Reply(int Status, string Body, string ContentType = "application/x-amz-json-1.1")
{
    internal static Reply Ok(string json) => new(200, json);

    internal static Reply Error(string code, string message = "No.", int status = 400) =>
        new(status, $$"""{"__type":"{{code}}","message":"{{message}}"}""");
}
