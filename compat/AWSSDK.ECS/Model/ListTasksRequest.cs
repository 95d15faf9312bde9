namespace Amazon.ECS.Model;

/// <summary>What <c>ListTasks</c> is asked with.</summary>
public class ListTasksRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public string ContainerInstance { get; set; }

    public string DaemonName { get; set; }

    public DesiredStatus DesiredStatus { get; set; }

    public string Family { get; set; }

    public LaunchType LaunchType { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string ServiceName { get; set; }

    public string StartedBy { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("cluster", Cluster);
        json.Text("containerInstance", ContainerInstance);
        json.Text("daemonName", DaemonName);
        json.Text("desiredStatus", DesiredStatus?.Value);
        json.Text("family", Family);
        json.Text("launchType", LaunchType?.Value);
        json.Number("maxResults", MaxResults);
        json.Text("nextToken", NextToken);
        json.Text("serviceName", ServiceName);
        json.Text("startedBy", StartedBy);
    }
}
