namespace Amazon.ECS.Model;

/// <summary><c>TaskSet</c> of the Amazon ECS API reference.</summary>
public class TaskSet
{
    public List<CapacityProviderStrategyItem> CapacityProviderStrategy { get; set; }
    public string ClusterArn { get; set; }
    public int? ComputedDesiredCount { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string ExternalId { get; set; }
    public DeploymentEphemeralStorage FargateEphemeralStorage { get; set; }
    public string Id { get; set; }
    public LaunchType LaunchType { get; set; }
    public List<LoadBalancer> LoadBalancers { get; set; }
    public NetworkConfiguration NetworkConfiguration { get; set; }
    public int? PendingCount { get; set; }
    public string PlatformFamily { get; set; }
    public string PlatformVersion { get; set; }
    public int? RunningCount { get; set; }
    public Scale Scale { get; set; }
    public string ServiceArn { get; set; }
    public List<ServiceRegistry> ServiceRegistries { get; set; }
    public StabilityStatus StabilityStatus { get; set; }
    public DateTime? StabilityStatusAt { get; set; }
    public string StartedBy { get; set; }
    public string Status { get; set; }
    public List<Tag> Tags { get; set; }
    public string TaskDefinition { get; set; }
    public string TaskSetArn { get; set; }
    public DateTime? UpdatedAt { get; set; }

    internal static TaskSet Read(JsonElement json) => new()
    {
        CapacityProviderStrategy = json.List("capacityProviderStrategy", CapacityProviderStrategyItem.Read),
        ClusterArn = json.Text("clusterArn"),
        ComputedDesiredCount = json.Int("computedDesiredCount"),
        CreatedAt = json.Time("createdAt"),
        ExternalId = json.Text("externalId"),
        FargateEphemeralStorage = json.Object("fargateEphemeralStorage", DeploymentEphemeralStorage.Read),
        Id = json.Text("id"),
        LaunchType = json.Text("launchType"),
        LoadBalancers = json.List("loadBalancers", LoadBalancer.Read),
        NetworkConfiguration = json.Object("networkConfiguration", NetworkConfiguration.Read),
        PendingCount = json.Int("pendingCount"),
        PlatformFamily = json.Text("platformFamily"),
        PlatformVersion = json.Text("platformVersion"),
        RunningCount = json.Int("runningCount"),
        Scale = json.Object("scale", Scale.Read),
        ServiceArn = json.Text("serviceArn"),
        ServiceRegistries = json.List("serviceRegistries", ServiceRegistry.Read),
        StabilityStatus = json.Text("stabilityStatus"),
        StabilityStatusAt = json.Time("stabilityStatusAt"),
        StartedBy = json.Text("startedBy"),
        Status = json.Text("status"),
        Tags = json.List("tags", Tag.Read),
        TaskDefinition = json.Text("taskDefinition"),
        TaskSetArn = json.Text("taskSetArn"),
        UpdatedAt = json.Time("updatedAt"),
    };
}
