using Amazon.Runtime.Internal;

namespace Amazon.EventBridge;

/// <summary>
/// Calls Amazon EventBridge. Credentials, endpoints, signatures and retries are AWSSDK.Core's. A client is meant
/// to be kept, and shared between threads.
/// </summary>
public partial class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
{
    public AmazonEventBridgeClient()
        : base(new AmazonEventBridgeConfig())
    {
    }

    public AmazonEventBridgeClient(RegionEndpoint region)
        : base(new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
        : base(config)
    {
    }

    public AmazonEventBridgeClient(AWSCredentials credentials)
        : base(credentials, new AmazonEventBridgeConfig())
    {
    }

    public AmazonEventBridgeClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonEventBridgeConfig())
    {
    }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonEventBridgeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonEventBridgeConfig())
    {
    }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    public AmazonEventBridgeClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonEventBridgeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => EventBridgeService.Instance;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);
}
