namespace Amazon.SecretsManager.Model;

/// <summary>What <c>RotateSecret</c> answers.</summary>
public class RotateSecretResponse : AmazonWebServiceResponse
{
    internal static RotateSecretResponse Read(JsonElement json) => new()
    {
    };
}
