namespace Amazon.ECS.Model;

/// <summary>What <c>ListServices</c> is asked with.</summary>
public class ListServicesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public LaunchType LaunchType { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public ResourceManagementType ResourceManagementType { get; set; }

    public SchedulingStrategy SchedulingStrategy { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Text("launchType", LaunchType?.Value);
        json.Number("maxResults", MaxResults);
        json.Text("nextToken", NextToken);
        json.Text("resourceManagementType", ResourceManagementType?.Value);
        json.Text("schedulingStrategy", SchedulingStrategy?.Value);
    }
}
