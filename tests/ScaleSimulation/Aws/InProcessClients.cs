using Amazon.ECS;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager;
using RotationLambdas.EcsRedeployment;

namespace RotationLambdas.ScaleSimulation.Aws;

/// <summary>The AWS clients of EcsRedeployment, as Clients makes them but for the wire and the clock of their retries.</summary>
internal static class InProcessClients
{
    private const int Repeats = 5;

    /// <summary>Makes the clients of one execution environment.</summary>
    public static Clients Create(InProcessAws wire, TimeProvider clock)
    {
        var retries = new RetriesByClock(clock);
        RuntimePipelineCustomizerRegistry.Instance.Register(retries);
        try
        {
            var nobody = new AnonymousAWSCredentials();
            return new Clients(
                new AmazonECSClient(nobody, Set(new AmazonECSConfig(), wire, Repeats)),
                new AmazonECSClient(nobody, Set(new AmazonECSConfig(), wire, 0)),
                new AmazonSecretsManagerClient(nobody, Set(new AmazonSecretsManagerConfig(), wire, Repeats)),
                new AmazonEventBridgeClient(nobody, Set(new AmazonEventBridgeConfig(), wire, Repeats)));
        }
        finally
        {
            RuntimePipelineCustomizerRegistry.Instance.Deregister(retries);
        }
    }

    private static T Set<T>(T config, InProcessAws wire, int repeats)
        where T : ClientConfig
    {
        config.ServiceURL = "http://127.0.0.1:9";
        config.HttpClientFactory = new WireFactory(wire);
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = repeats;
        return config;
    }

    private sealed class WireFactory(InProcessAws wire) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(wire, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

        public override string GetConfigUniqueString(IClientConfig clientConfig) => Guid.NewGuid().ToString();
    }

    /// <summary>Has the SDK's own retries wait by the simulated clock.</summary>
    private sealed class RetriesByClock(TimeProvider clock) : IRuntimePipelineCustomizer
    {
        public string UniqueName => nameof(RetriesByClock);

        public void Customize(Type type, RuntimePipeline pipeline)
        {
            var standard = pipeline.Handlers.OfType<RetryHandler>().Single().RetryPolicy;
            pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ClockedRetryPolicy(standard.MaxRetries, clock)));
        }
    }
}
