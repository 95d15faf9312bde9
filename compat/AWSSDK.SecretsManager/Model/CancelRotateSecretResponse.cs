namespace Amazon.SecretsManager.Model;

/// <summary>What <c>CancelRotateSecret</c> answers.</summary>
public class CancelRotateSecretResponse : AmazonWebServiceResponse
{
    internal static CancelRotateSecretResponse Read(JsonElement json) => new()
    {
    };
}
