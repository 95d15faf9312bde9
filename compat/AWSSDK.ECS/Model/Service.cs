namespace Amazon.ECS.Model;

public class Service
{
    public string ClusterArn { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DeploymentConfiguration DeploymentConfiguration { get; set; }
    public DeploymentController DeploymentController { get; set; }
    public List<Deployment> Deployments { get; set; }
    public int? DesiredCount { get; set; }
    public List<ServiceEvent> Events { get; set; }
    public int? PendingCount { get; set; }
    public ResourceManagementType ResourceManagementType { get; set; }
    public int? RunningCount { get; set; }
    public SchedulingStrategy SchedulingStrategy { get; set; }
    public string ServiceArn { get; set; }
    public string ServiceName { get; set; }
    public string Status { get; set; }
    public List<Tag> Tags { get; set; }
    public string TaskDefinition { get; set; }
    public List<TaskSet> TaskSets { get; set; }

    internal static Service Read(JsonElement json) => new()
    {
        ClusterArn = json.Text("clusterArn"),
        CreatedAt = json.Time("createdAt"),
        DeploymentConfiguration = json.Object("deploymentConfiguration", DeploymentConfiguration.Read),
        DeploymentController = json.Object("deploymentController", DeploymentController.Read),
        Deployments = json.List("deployments", Deployment.Read),
        DesiredCount = json.Int("desiredCount"),
        Events = json.List("events", ServiceEvent.Read),
        PendingCount = json.Int("pendingCount"),
        ResourceManagementType = json.Text("resourceManagementType"),
        RunningCount = json.Int("runningCount"),
        SchedulingStrategy = json.Text("schedulingStrategy"),
        ServiceArn = json.Text("serviceArn"),
        ServiceName = json.Text("serviceName"),
        Status = json.Text("status"),
        Tags = json.List("tags", Tag.Read),
        TaskDefinition = json.Text("taskDefinition"),
        TaskSets = json.List("taskSets", TaskSet.Read),
    };
}
