namespace Amazon.EventBridge;

/// <summary>What all requests to Amazon EventBridge have in common.</summary>
public class AmazonEventBridgeRequest : AmazonWebServiceRequest
{
    /// <summary>Writes the request's members; the marshaller writes the braces.</summary>
    internal virtual void Write(Utf8JsonWriter json)
    {
    }
}
