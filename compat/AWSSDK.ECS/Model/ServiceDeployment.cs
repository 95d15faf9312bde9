namespace Amazon.ECS.Model;

/// <summary><c>ServiceDeployment</c> of the Amazon ECS API reference.</summary>
public class ServiceDeployment
{
    public ServiceDeploymentAlarms Alarms { get; set; }

    public string ClusterArn { get; set; }

    public DateTime? CreatedAt { get; set; }

    public ServiceDeploymentCircuitBreaker DeploymentCircuitBreaker { get; set; }

    public DeploymentConfiguration DeploymentConfiguration { get; set; }

    public DateTime? FinishedAt { get; set; }

    public List<DeploymentLifecycleHookDetail> LifecycleHookDetails { get; set; }

    public ServiceDeploymentLifecycleStage LifecycleStage { get; set; }

    public Rollback Rollback { get; set; }

    public string ServiceArn { get; set; }

    public string ServiceDeploymentArn { get; set; }

    public List<ServiceRevisionSummary> SourceServiceRevisions { get; set; }

    public DateTime? StartedAt { get; set; }

    public ServiceDeploymentStatus Status { get; set; }

    public string StatusReason { get; set; }

    public DateTime? StoppedAt { get; set; }

    public ServiceRevisionSummary TargetServiceRevision { get; set; }

    public DateTime? UpdatedAt { get; set; }

    internal static ServiceDeployment Read(JsonElement json) => new()
    {
        Alarms = json.Object("alarms", ServiceDeploymentAlarms.Read),
        ClusterArn = json.Text("clusterArn"),
        CreatedAt = json.Time("createdAt"),
        DeploymentCircuitBreaker = json.Object("deploymentCircuitBreaker", ServiceDeploymentCircuitBreaker.Read),
        DeploymentConfiguration = json.Object("deploymentConfiguration", DeploymentConfiguration.Read),
        FinishedAt = json.Time("finishedAt"),
        LifecycleHookDetails = json.List("lifecycleHookDetails", DeploymentLifecycleHookDetail.Read),
        LifecycleStage = json.Text("lifecycleStage"),
        Rollback = json.Object("rollback", Rollback.Read),
        ServiceArn = json.Text("serviceArn"),
        ServiceDeploymentArn = json.Text("serviceDeploymentArn"),
        SourceServiceRevisions = json.List("sourceServiceRevisions", ServiceRevisionSummary.Read),
        StartedAt = json.Time("startedAt"),
        Status = json.Text("status"),
        StatusReason = json.Text("statusReason"),
        StoppedAt = json.Time("stoppedAt"),
        TargetServiceRevision = json.Object("targetServiceRevision", ServiceRevisionSummary.Read),
        UpdatedAt = json.Time("updatedAt"),
    };
}
