namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Takes invocations from the Lambda Runtime API and hands them to a handler, one at a time.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;
    private readonly LambdaBootstrapInitializer _initializer;

    internal LambdaBootstrap(
        HttpClient httpClient, Func<Stream, ILambdaContext, Task<Stream>> handler, LambdaBootstrapInitializer initializer)
    {
        _ownsHttpClient = httpClient is null;

        // The next invocation may be hours away.
        _httpClient = httpClient ?? new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
        _handler = handler;
        _initializer = initializer;
    }

    /// <summary>
    /// Serves invocations until <paramref name="cancellationToken"/>; one that has begun is finished first.
    /// As in the official package nothing handles SIGTERM.
    /// </summary>
    /// <exception cref="InvalidOperationException">The Runtime API is not there.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var log = LambdaLog.Open();
        var api = new RuntimeApi(_httpClient, RuntimeEnvironment.Endpoint());
        await new InvocationLoop(api, log, _initializer, _handler).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        if (_ownsHttpClient)
        {
            _httpClient.Dispose();
        }
    }
}
