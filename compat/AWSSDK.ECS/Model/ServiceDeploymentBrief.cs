namespace Amazon.ECS.Model;

/// <summary><c>ServiceDeploymentBrief</c> of the Amazon ECS API reference.</summary>
public class ServiceDeploymentBrief
{
    public string ClusterArn { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public string ServiceArn { get; set; }

    public string ServiceDeploymentArn { get; set; }

    public DateTime? StartedAt { get; set; }

    public ServiceDeploymentStatus Status { get; set; }

    public string StatusReason { get; set; }

    public string TargetServiceRevisionArn { get; set; }

    internal static ServiceDeploymentBrief Read(JsonElement json) => new()
    {
        ClusterArn = json.Text("clusterArn"),
        CreatedAt = json.Time("createdAt"),
        FinishedAt = json.Time("finishedAt"),
        ServiceArn = json.Text("serviceArn"),
        ServiceDeploymentArn = json.Text("serviceDeploymentArn"),
        StartedAt = json.Time("startedAt"),
        Status = json.Text("status"),
        StatusReason = json.Text("statusReason"),
        TargetServiceRevisionArn = json.Text("targetServiceRevisionArn"),
    };
}
