namespace Amazon.SecretsManager.Model;

public class UpdateSecretVersionStageResponse : AmazonWebServiceResponse
{
    internal static UpdateSecretVersionStageResponse Read(JsonElement json) => new()
    {
    };
}
