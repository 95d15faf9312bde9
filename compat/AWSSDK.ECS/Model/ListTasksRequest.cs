namespace Amazon.ECS.Model;

public class ListTasksRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public DesiredStatus DesiredStatus { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string ServiceName { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Text("desiredStatus", DesiredStatus?.Value);
        json.Number("maxResults", MaxResults);
        json.Text("nextToken", NextToken);
        json.Text("serviceName", ServiceName);
    }
}
