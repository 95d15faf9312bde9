using Amazon.Runtime.Internal;

namespace Amazon.EventBridge;

/// <summary>
/// Calls Amazon EventBridge. Credentials, endpoints, signatures and retries are AWSSDK.Core's. A client is meant
/// to be kept, and shared between threads.
/// </summary>
public partial class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
{
    public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
        : base(config)
    {
    }

    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => EventBridgeService.Instance;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);
}
