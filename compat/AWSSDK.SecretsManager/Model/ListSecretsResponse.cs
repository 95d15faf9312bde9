namespace Amazon.SecretsManager.Model;

public class ListSecretsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<SecretListEntry> SecretList { get; set; }

    internal static ListSecretsResponse Read(JsonElement json) => new()
    {
        NextToken = json.Text("NextToken"),
        SecretList = json.List("SecretList", SecretListEntry.Read),
    };
}
