namespace Amazon.CodeDeploy;

/// <summary>What all requests to AWS CodeDeploy have in common.</summary>
public class AmazonCodeDeployRequest : AmazonWebServiceRequest
{
    /// <summary>Writes the request's members; the marshaller writes the braces.</summary>
    internal virtual void Write(Utf8JsonWriter json)
    {
    }
}
