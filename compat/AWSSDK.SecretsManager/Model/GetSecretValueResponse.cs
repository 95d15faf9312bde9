namespace Amazon.SecretsManager.Model;

public class GetSecretValueResponse : AmazonWebServiceResponse
{
    public DateTime? CreatedDate { get; set; }

    public string SecretString { get; set; }

    public string VersionId { get; set; }

    public List<string> VersionStages { get; set; }

    internal static GetSecretValueResponse Read(JsonElement json) => new()
    {
        CreatedDate = json.Time("CreatedDate"),
        SecretString = json.Text("SecretString"),
        VersionId = json.Text("VersionId"),
        VersionStages = json.Texts("VersionStages"),
    };
}
