namespace Amazon.SecretsManager.Model;

/// <summary>What <c>ListSecrets</c> answers.</summary>
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
