using Amazon.Runtime.Internal;

namespace Amazon.SecretsManager;

/// <summary>
/// Calls AWS Secrets Manager. Credentials, endpoints, signatures and retries are AWSSDK.Core's. A client is meant
/// to be kept, and shared between threads.
/// </summary>
public partial class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
{
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : base(config)
    {
    }

    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => SecretsManagerService.Instance;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);
}
