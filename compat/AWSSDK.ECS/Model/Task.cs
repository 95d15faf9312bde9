namespace Amazon.ECS.Model;

/// <summary><c>Task</c> of the Amazon ECS API reference.</summary>
public class Task
{
    public List<Attachment> Attachments { get; set; }
    public List<Attribute> Attributes { get; set; }
    public string AvailabilityZone { get; set; }
    public string CapacityProviderName { get; set; }
    public string ClusterArn { get; set; }
    public Connectivity Connectivity { get; set; }
    public DateTime? ConnectivityAt { get; set; }
    public string ContainerInstanceArn { get; set; }
    public List<Container> Containers { get; set; }
    public string Cpu { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string DesiredStatus { get; set; }
    public bool? EnableExecuteCommand { get; set; }
    public EphemeralStorage EphemeralStorage { get; set; }
    public DateTime? ExecutionStoppedAt { get; set; }
    public TaskEphemeralStorage FargateEphemeralStorage { get; set; }
    public string Group { get; set; }
    public HealthStatus HealthStatus { get; set; }
    public List<InferenceAccelerator> InferenceAccelerators { get; set; }
    public string LastStatus { get; set; }
    public LaunchType LaunchType { get; set; }
    public string Memory { get; set; }
    public TaskOverride Overrides { get; set; }
    public string PlatformFamily { get; set; }
    public string PlatformVersion { get; set; }
    public DateTime? PullStartedAt { get; set; }
    public DateTime? PullStoppedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public string StartedBy { get; set; }
    public TaskStopCode StopCode { get; set; }
    public DateTime? StoppedAt { get; set; }
    public string StoppedReason { get; set; }
    public DateTime? StoppingAt { get; set; }
    public List<Tag> Tags { get; set; }
    public string TaskArn { get; set; }
    public string TaskDefinitionArn { get; set; }
    public long? Version { get; set; }

    internal static Task Read(JsonElement json) => new()
    {
        Attachments = json.List("attachments", Attachment.Read),
        Attributes = json.List("attributes", Attribute.Read),
        AvailabilityZone = json.Text("availabilityZone"),
        CapacityProviderName = json.Text("capacityProviderName"),
        ClusterArn = json.Text("clusterArn"),
        Connectivity = json.Text("connectivity"),
        ConnectivityAt = json.Time("connectivityAt"),
        ContainerInstanceArn = json.Text("containerInstanceArn"),
        Containers = json.List("containers", Container.Read),
        Cpu = json.Text("cpu"),
        CreatedAt = json.Time("createdAt"),
        DesiredStatus = json.Text("desiredStatus"),
        EnableExecuteCommand = json.Flag("enableExecuteCommand"),
        EphemeralStorage = json.Object("ephemeralStorage", EphemeralStorage.Read),
        ExecutionStoppedAt = json.Time("executionStoppedAt"),
        FargateEphemeralStorage = json.Object("fargateEphemeralStorage", TaskEphemeralStorage.Read),
        Group = json.Text("group"),
        HealthStatus = json.Text("healthStatus"),
        InferenceAccelerators = json.List("inferenceAccelerators", InferenceAccelerator.Read),
        LastStatus = json.Text("lastStatus"),
        LaunchType = json.Text("launchType"),
        Memory = json.Text("memory"),
        Overrides = json.Object("overrides", TaskOverride.Read),
        PlatformFamily = json.Text("platformFamily"),
        PlatformVersion = json.Text("platformVersion"),
        PullStartedAt = json.Time("pullStartedAt"),
        PullStoppedAt = json.Time("pullStoppedAt"),
        StartedAt = json.Time("startedAt"),
        StartedBy = json.Text("startedBy"),
        StopCode = json.Text("stopCode"),
        StoppedAt = json.Time("stoppedAt"),
        StoppedReason = json.Text("stoppedReason"),
        StoppingAt = json.Time("stoppingAt"),
        Tags = json.List("tags", Tag.Read),
        TaskArn = json.Text("taskArn"),
        TaskDefinitionArn = json.Text("taskDefinitionArn"),
        Version = json.Long("version"),
    };
}
