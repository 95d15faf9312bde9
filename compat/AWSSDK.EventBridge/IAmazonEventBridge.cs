namespace Amazon.EventBridge;

public partial interface IAmazonEventBridge
{
    Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);
}
