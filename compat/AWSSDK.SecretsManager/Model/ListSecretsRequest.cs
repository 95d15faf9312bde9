namespace Amazon.SecretsManager.Model;

public class ListSecretsRequest : AmazonSecretsManagerRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Number("MaxResults", MaxResults);
        json.Text("NextToken", NextToken);
    }
}
