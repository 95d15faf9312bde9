using Amazon.Runtime.Internal;

namespace Amazon.ECS;

/// <summary>
/// Calls Amazon ECS. Credentials, endpoints, signatures and retries are AWSSDK.Core's. A client is meant
/// to be kept, and shared between threads.
/// </summary>
public partial class AmazonECSClient : AmazonServiceClient, IAmazonECS
{
    public AmazonECSClient(AmazonECSConfig config)
        : base(config)
    {
    }

    public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => ECSService.Instance;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);
}
