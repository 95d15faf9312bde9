namespace Amazon.EventBridge;

public partial class AmazonEventBridgeClient
{
    public virtual Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutEventsResponse>(request, cancellationToken);
}
