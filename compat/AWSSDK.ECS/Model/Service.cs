namespace Amazon.ECS.Model;

/// <summary><c>Service</c> of the Amazon ECS API reference.</summary>
public class Service
{
    public AvailabilityZoneRebalancing AvailabilityZoneRebalancing { get; set; }
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; }
    public string ClusterArn { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string CreatedBy { get; set; }
    public string CurrentServiceDeployment { get; set; }
    public List<ServiceCurrentRevisionSummary> CurrentServiceRevisions { get; set; }
    public DeploymentConfiguration DeploymentConfiguration { get; set; }
    public DeploymentController DeploymentController { get; set; }
    public List<Deployment> Deployments { get; set; }
    public int? DesiredCount { get; set; }
    public bool? EnableECSManagedTags { get; set; }
    public bool? EnableExecuteCommand { get; set; }
    public List<ServiceEvent> Events { get; set; }
    public int? HealthCheckGracePeriodSeconds { get; set; }
    public LaunchType LaunchType { get; set; }
    public List<LoadBalancer> LoadBalancers { get; set; }
    public NetworkConfiguration NetworkConfiguration { get; set; }
    public int? PendingCount { get; set; }
    public List<PlacementConstraint> PlacementConstraints { get; set; }
    public List<PlacementStrategy> PlacementStrategy { get; set; }
    public string PlatformFamily { get; set; }
    public string PlatformVersion { get; set; }
    public PropagateTags PropagateTags { get; set; }
    public ResourceManagementType ResourceManagementType { get; set; }
    public string RoleArn { get; set; }
    public int? RunningCount { get; set; }
    public SchedulingStrategy SchedulingStrategy { get; set; }
    public string ServiceArn { get; set; }
    public string ServiceName { get; set; }
    public List<ServiceRegistry> ServiceRegistries { get; set; }
    public string Status { get; set; }
    public List<Tag> Tags { get; set; }
    public string TaskDefinition { get; set; }
    public List<TaskSet> TaskSets { get; set; }

    internal static Service Read(JsonElement json) => new()
    {
        AvailabilityZoneRebalancing = json.Text("availabilityZoneRebalancing"),
        CapacityProviderStrategy = json.List("capacityProviderStrategy", CapacityProviderStrategyItem.Read),
        ClusterArn = json.Text("clusterArn"),
        CreatedAt = json.Time("createdAt"),
        CreatedBy = json.Text("createdBy"),
        CurrentServiceDeployment = json.Text("currentServiceDeployment"),
        CurrentServiceRevisions = json.List("currentServiceRevisions", ServiceCurrentRevisionSummary.Read),
        DeploymentConfiguration = json.Object("deploymentConfiguration", DeploymentConfiguration.Read),
        DeploymentController = json.Object("deploymentController", DeploymentController.Read),
        Deployments = json.List("deployments", Deployment.Read),
        DesiredCount = json.Int("desiredCount"),
        EnableECSManagedTags = json.Flag("enableECSManagedTags"),
        EnableExecuteCommand = json.Flag("enableExecuteCommand"),
        Events = json.List("events", ServiceEvent.Read),
        HealthCheckGracePeriodSeconds = json.Int("healthCheckGracePeriodSeconds"),
        LaunchType = json.Text("launchType"),
        LoadBalancers = json.List("loadBalancers", LoadBalancer.Read),
        NetworkConfiguration = json.Object("networkConfiguration", NetworkConfiguration.Read),
        PendingCount = json.Int("pendingCount"),
        PlacementConstraints = json.List("placementConstraints", PlacementConstraint.Read),
        PlacementStrategy = json.List("placementStrategy", Model.PlacementStrategy.Read),
        PlatformFamily = json.Text("platformFamily"),
        PlatformVersion = json.Text("platformVersion"),
        PropagateTags = json.Text("propagateTags"),
        ResourceManagementType = json.Text("resourceManagementType"),
        RoleArn = json.Text("roleArn"),
        RunningCount = json.Int("runningCount"),
        SchedulingStrategy = json.Text("schedulingStrategy"),
        ServiceArn = json.Text("serviceArn"),
        ServiceName = json.Text("serviceName"),
        ServiceRegistries = json.List("serviceRegistries", ServiceRegistry.Read),
        Status = json.Text("status"),
        Tags = json.List("tags", Tag.Read),
        TaskDefinition = json.Text("taskDefinition"),
        TaskSets = json.List("taskSets", TaskSet.Read),
    };
}
