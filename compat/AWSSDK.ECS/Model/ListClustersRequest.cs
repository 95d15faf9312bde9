namespace Amazon.ECS.Model;

public class ListClustersRequest : AmazonECSRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Number("maxResults", MaxResults);
        json.Text("nextToken", NextToken);
    }
}
