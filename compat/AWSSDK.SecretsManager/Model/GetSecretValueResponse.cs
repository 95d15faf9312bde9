namespace Amazon.SecretsManager.Model;

/// <summary>What <c>GetSecretValue</c> answers.</summary>
public class GetSecretValueResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string Name { get; set; }

    public MemoryStream SecretBinary { get; set; }

    public string SecretString { get; set; }

    public string VersionId { get; set; }

    public List<string> VersionStages { get; set; }

    internal static GetSecretValueResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        CreatedDate = json.Time("CreatedDate"),
        Name = json.Text("Name"),
        SecretBinary = json.Bytes("SecretBinary"),
        SecretString = json.Text("SecretString"),
        VersionId = json.Text("VersionId"),
        VersionStages = json.Texts("VersionStages"),
    };
}
