namespace Amazon.ECS.Model;

public class ListServicesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Number("maxResults", MaxResults);
        json.Text("nextToken", NextToken);
    }
}
