using Amazon.EventBridge.Model;

namespace Amazon.EventBridge;

public partial class AmazonEventBridgeClient
{
    public virtual Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync("PutEvents", request, PutEventsResponse.Read, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(
        string operation, AmazonEventBridgeRequest request, Func<JsonElement, TResponse> read, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Operation.Options(EventBridgeService.Instance, operation, request.Write, read), cancellationToken);
}
