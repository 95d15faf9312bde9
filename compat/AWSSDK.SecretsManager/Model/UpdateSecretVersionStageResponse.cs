namespace Amazon.SecretsManager.Model;

/// <summary>What <c>UpdateSecretVersionStage</c> answers.</summary>
public class UpdateSecretVersionStageResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    public string Name { get; set; }

    internal static UpdateSecretVersionStageResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        Name = json.Text("Name"),
    };
}
