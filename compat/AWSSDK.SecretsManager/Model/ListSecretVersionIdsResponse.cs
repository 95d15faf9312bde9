namespace Amazon.SecretsManager.Model;

public class ListSecretVersionIdsResponse : AmazonWebServiceResponse
{
    public string ARN { get; set; }

    public string NextToken { get; set; }

    public List<SecretVersionsListEntry> Versions { get; set; }

    internal static ListSecretVersionIdsResponse Read(JsonElement json) => new()
    {
        ARN = json.Text("ARN"),
        NextToken = json.Text("NextToken"),
        Versions = json.List("Versions", SecretVersionsListEntry.Read),
    };
}
