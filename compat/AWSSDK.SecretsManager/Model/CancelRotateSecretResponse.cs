namespace Amazon.SecretsManager.Model;

public class CancelRotateSecretResponse : AmazonWebServiceResponse
{
    internal static CancelRotateSecretResponse Read(JsonElement json) => new()
    {
    };
}
