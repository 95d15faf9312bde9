namespace Amazon.ECS.Model;

/// <summary><c>TaskDefinition</c> of the Amazon ECS API reference.</summary>
public class TaskDefinition
{
    public List<string> Compatibilities { get; set; }
    public List<ContainerDefinition> ContainerDefinitions { get; set; }
    public string Cpu { get; set; }
    public DateTime? DeleteRequestedAt { get; set; }
    public DateTime? DeregisteredAt { get; set; }
    public bool? EnableFaultInjection { get; set; }
    public EphemeralStorage EphemeralStorage { get; set; }
    public string ExecutionRoleArn { get; set; }
    public string Family { get; set; }
    public List<InferenceAccelerator> InferenceAccelerators { get; set; }
    public IpcMode IpcMode { get; set; }
    public string Memory { get; set; }
    public NetworkMode NetworkMode { get; set; }
    public PidMode PidMode { get; set; }
    public List<TaskDefinitionPlacementConstraint> PlacementConstraints { get; set; }
    public ProxyConfiguration ProxyConfiguration { get; set; }
    public DateTime? RegisteredAt { get; set; }
    public string RegisteredBy { get; set; }
    public List<Attribute> RequiresAttributes { get; set; }
    public List<string> RequiresCompatibilities { get; set; }
    public int? Revision { get; set; }
    public RuntimePlatform RuntimePlatform { get; set; }
    public TaskDefinitionStatus Status { get; set; }
    public string TaskDefinitionArn { get; set; }
    public string TaskRoleArn { get; set; }
    public List<Volume> Volumes { get; set; }

    internal static TaskDefinition Read(JsonElement json) => new()
    {
        Compatibilities = json.Texts("compatibilities"),
        ContainerDefinitions = json.List("containerDefinitions", ContainerDefinition.Read),
        Cpu = json.Text("cpu"),
        DeleteRequestedAt = json.Time("deleteRequestedAt"),
        DeregisteredAt = json.Time("deregisteredAt"),
        EnableFaultInjection = json.Flag("enableFaultInjection"),
        EphemeralStorage = json.Object("ephemeralStorage", EphemeralStorage.Read),
        ExecutionRoleArn = json.Text("executionRoleArn"),
        Family = json.Text("family"),
        InferenceAccelerators = json.List("inferenceAccelerators", InferenceAccelerator.Read),
        IpcMode = json.Text("ipcMode"),
        Memory = json.Text("memory"),
        NetworkMode = json.Text("networkMode"),
        PidMode = json.Text("pidMode"),
        PlacementConstraints = json.List("placementConstraints", TaskDefinitionPlacementConstraint.Read),
        ProxyConfiguration = json.Object("proxyConfiguration", ProxyConfiguration.Read),
        RegisteredAt = json.Time("registeredAt"),
        RegisteredBy = json.Text("registeredBy"),
        RequiresAttributes = json.List("requiresAttributes", Attribute.Read),
        RequiresCompatibilities = json.Texts("requiresCompatibilities"),
        Revision = json.Int("revision"),
        RuntimePlatform = json.Object("runtimePlatform", RuntimePlatform.Read),
        Status = json.Text("status"),
        TaskDefinitionArn = json.Text("taskDefinitionArn"),
        TaskRoleArn = json.Text("taskRoleArn"),
        Volumes = json.List("volumes", Volume.Read),
    };
}
