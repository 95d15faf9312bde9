namespace Amazon.SecretsManager.Model;

/// <summary>What <c>ListSecrets</c> is asked with.</summary>
public class ListSecretsRequest : AmazonSecretsManagerRequest
{
    public List<Filter> Filters { get; set; }

    public bool? IncludePlannedDeletion { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public SortByType SortBy { get; set; }

    public SortOrderType SortOrder { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.List("Filters", Filters, (item, to) => item.Write(to));
        json.Flag("IncludePlannedDeletion", IncludePlannedDeletion);
        json.Number("MaxResults", MaxResults);
        json.Text("NextToken", NextToken);
        json.Text("SortBy", SortBy?.Value);
        json.Text("SortOrder", SortOrder?.Value);
    }
}
