namespace Amazon.ECS.Model;

public class ListServiceDeploymentsRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public CreatedAt CreatedAt { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string Service { get; set; }

    public List<string> Status { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Object("createdAt", CreatedAt, (item, to) => item.Write(to));
        json.Number("maxResults", MaxResults);
        json.Text("nextToken", NextToken);
        json.Text("service", Service);
        json.Texts("status", Status);
    }
}
