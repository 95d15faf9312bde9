using Amazon.CodeDeploy;
using Amazon.EventBridge;
using Amazon.SecretsManager;
using Amazon.SQS;

namespace RotationLambdas.EcsRedeployment;

/// <param name="Reading">Amazon ECS, for calls that may be retried.</param>
/// <param name="Updating">Amazon ECS, for calls that must not be retried before the service was read.</param>
/// <param name="CodeDeploy">AWS CodeDeploy; its calls are not retried by the SDK.</param>
internal sealed record Clients(
    IAmazonECS Reading, IAmazonECS Updating, IAmazonSecretsManager SecretsManager, IAmazonEventBridge EventBridge, IAmazonSQS Queue,
    IAmazonCodeDeploy CodeDeploy)
{
    private const int Repeats = 5;

#pragma warning disable CA2000 // The clients live as long as the process.
    /// <summary>Makes the clients with the credentials, Region and endpoints of the environment.</summary>
    public static Clients FromEnvironment() => new(
        new AmazonECSClient(Set(new AmazonECSConfig(), Repeats)),
        new AmazonECSClient(Set(new AmazonECSConfig(), 0)),
        new AmazonSecretsManagerClient(Set(new AmazonSecretsManagerConfig(), Repeats)),
        new AmazonEventBridgeClient(Set(new AmazonEventBridgeConfig(), Repeats)),
        new AmazonSQSClient(Set(new AmazonSQSConfig(), Repeats)),
        new AmazonCodeDeployClient(Set(new AmazonCodeDeployConfig(), 0)));
#pragma warning restore CA2000

    /// <summary>Adaptive retries would stall for half a minute after one throttle; the function has rate limits of its own.</summary>
    private static T Set<T>(T config, int repeats)
        where T : ClientConfig
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = repeats;
        if (repeats == 0)
        {
            // Besides its retries the SDK repeats a call up to ten times when its pooled connection was reset: it cannot know that the
            // call was executed.
            config.MaxStaleConnectionRetries = 0;
        }

        config.ConnectTimeout = TimeSpan.FromSeconds(3);
        config.Timeout = TimeSpan.FromSeconds(15);
        return config;
    }
}
