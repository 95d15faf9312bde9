namespace Amazon.ECS;

public class AmazonECSRequest : AmazonWebServiceRequest
{
    /// <summary>Writes the request's members; the marshaller writes the braces.</summary>
    internal virtual void Write(Utf8JsonWriter json)
    {
    }
}
