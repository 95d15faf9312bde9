using Amazon.Lambda.RuntimeSupport;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SecretsManager;
using RotationLambdas.PostgresRotation;
using RotationLambdas.Startup;

SystemRoots.LoadOnce();
RotationHandler? handler = null;
using SocketsHttpHandler connections = new() { UseProxy = false };
using EndAfterReport reports = new(() => AbandonedWork.IsRunning, () => Environment.Exit(1)) { InnerHandler = connections };

// The next invocation may be hours away.
using HttpClient runtimeApi = new(reports) { Timeout = Timeout.InfiniteTimeSpan };
using var bootstrap = LambdaBootstrapBuilder
    .Create((payload, context) => handler!.HandleAsync(payload, context))
    .UseBootstrapHandler(async () =>
    {
        // Here rather than at the top, so that an invalid setting is reported to Lambda as an initialisation error.
        var options = RotationOptionsReader.Read(Environment.GetEnvironmentVariable);
        var secretsManager = SecretsManager();
        options = options with { Trust = await TrustSettingsReader.ReadAsync(Environment.GetEnvironmentVariable, secretsManager) };
        Lazy<IAmazonRDS> rds = new(() => new AmazonRDSClient(WithRetries(new AmazonRDSConfig())));
        var metrics = new StreamWriter(Console.OpenStandardOutput()); // The runtime's own writer would wrap the lines.
        handler = new RotationHandler(
            secretsManager, rds, new NpgsqlDatabase(options.ConnectTimeout), options, metrics, TimeProvider.System);
        return true;
    })
    .UseHttpClient(runtimeApi)
    .Build();
await bootstrap.RunAsync();

static AmazonSecretsManagerClient SecretsManager() => new(WithRetries(new AmazonSecretsManagerConfig()));

static T WithRetries<T>(T configuration)
    where T : ClientConfig
{
    // Adaptive retries stall for half a minute after one throttle; these give up soon, and the step's own retry policy goes on.
    configuration.RetryMode = RequestRetryMode.Standard;
    configuration.ConnectTimeout = TimeSpan.FromSeconds(2);
    configuration.Timeout = TimeSpan.FromSeconds(5);
    return configuration;
}
