namespace Amazon.SecretsManager.Model;

public class RotateSecretResponse : AmazonWebServiceResponse
{
    internal static RotateSecretResponse Read(JsonElement json) => new()
    {
    };
}
