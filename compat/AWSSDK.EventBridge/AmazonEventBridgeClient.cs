using Amazon.EventBridge.Model;
using Amazon.Runtime.Internal;

namespace Amazon.EventBridge;

public class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
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

    public virtual Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutEventsResponse>(request, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Fit(pipeline);

    private Task<TResponse> CallAsync<TResponse>(
        AmazonEventBridgeRequest request, CancellationToken cancellationToken, [CallerMemberName] string method = "")
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, EventBridgeService.Instance.Call<TResponse>(method), cancellationToken);
}
