namespace Amazon.SecretsManager.Model;

public class PutSecretValueResponse : AmazonWebServiceResponse
{
    public string VersionId { get; set; }

    public List<string> VersionStages { get; set; }

    internal static PutSecretValueResponse Read(JsonElement json) => new()
    {
        VersionId = json.Text("VersionId"),
        VersionStages = json.Texts("VersionStages"),
    };
}
