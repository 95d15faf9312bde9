namespace Amazon.SecretsManager.Model;

/// <summary>What <c>UpdateSecretVersionStage</c> answers.</summary>
public class UpdateSecretVersionStageResponse : AmazonWebServiceResponse
{
    internal static UpdateSecretVersionStageResponse Read(JsonElement json) => new()
    {
    };
}
