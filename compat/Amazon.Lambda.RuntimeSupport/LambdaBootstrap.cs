using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Takes invocations from the Lambda Runtime API and hands them to a handler, one at a time.
/// </summary>
public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly HandlerWrapper _wrapper;
    private readonly LambdaBootstrapOptions _options;
    private readonly LambdaBootstrapInitializer _initializer;

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(handlerWrapper, new LambdaBootstrapOptions(), initializer)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper?.Handler, handlerWrapper, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(handler, new LambdaBootstrapOptions(), initializer)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper?.Handler, handlerWrapper, new LambdaBootstrapOptions(), initializer)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
    }

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, null, new LambdaBootstrapOptions(), initializer)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
    }

    internal LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        HandlerWrapper wrapper,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer)
    {
        _handler = handler ?? throw new ArgumentNullException(nameof(handler));
        _ownsHttpClient = httpClient is null;
        _httpClient = httpClient ?? ConstructHttpClient();
        _wrapper = wrapper;
        _options = options;
        _initializer = initializer;
    }

    public static HttpClient ConstructHttpClient() => new(new SocketsHttpHandler { UseProxy = false })
    {
        // The next invocation may be hours away.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>
    /// Serves invocations until <paramref name="cancellationToken"/>; one that has begun is finished first. As in the official package nothing handles SIGTERM.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no Runtime API to serve.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var log = LambdaLog.Open(RuntimeEnvironment.Current);
        var api = new RuntimeApi(_httpClient, RuntimeEnvironment.Current.Endpoint(_options?.RuntimeApiEndpoint));
        await new InvocationLoop(api, log, _initializer, _handler).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _wrapper?.Dispose();
            if (_ownsHttpClient)
            {
                _httpClient.Dispose();
            }
        }
    }
}
