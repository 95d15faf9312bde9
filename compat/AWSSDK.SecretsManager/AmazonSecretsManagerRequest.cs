namespace Amazon.SecretsManager;

/// <summary>What all requests to AWS Secrets Manager have in common.</summary>
public class AmazonSecretsManagerRequest : AmazonWebServiceRequest
{
    /// <summary>Writes the request's members; the marshaller writes the braces.</summary>
    internal virtual void Write(Utf8JsonWriter json)
    {
    }
}
