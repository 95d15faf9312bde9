namespace Amazon.SecretsManager.Model;

public class ListSecretVersionIdsRequest : AmazonSecretsManagerRequest
{
    public bool? IncludeDeprecated { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string SecretId { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Flag("IncludeDeprecated", IncludeDeprecated);
        json.Number("MaxResults", MaxResults);
        json.Text("NextToken", NextToken);
        json.Text("SecretId", SecretId);
    }
}
