namespace Amazon.ECS.Model;

/// <summary><c>Container</c> of the Amazon ECS API reference.</summary>
public class Container
{
    public string ContainerArn { get; set; }

    public string Cpu { get; set; }

    public int? ExitCode { get; set; }

    public List<string> GpuIds { get; set; }

    public HealthStatus HealthStatus { get; set; }

    public string Image { get; set; }

    public string ImageDigest { get; set; }

    public string LastStatus { get; set; }

    public List<ManagedAgent> ManagedAgents { get; set; }

    public string Memory { get; set; }

    public string MemoryReservation { get; set; }

    public string Name { get; set; }

    public List<NetworkBinding> NetworkBindings { get; set; }

    public List<NetworkInterface> NetworkInterfaces { get; set; }

    public List<string> NeuronDeviceIds { get; set; }

    public string Reason { get; set; }

    public string RuntimeId { get; set; }

    public string TaskArn { get; set; }

    internal static Container Read(JsonElement json) => new()
    {
        ContainerArn = json.Text("containerArn"),
        Cpu = json.Text("cpu"),
        ExitCode = json.Int("exitCode"),
        GpuIds = json.Texts("gpuIds"),
        HealthStatus = json.Text("healthStatus"),
        Image = json.Text("image"),
        ImageDigest = json.Text("imageDigest"),
        LastStatus = json.Text("lastStatus"),
        ManagedAgents = json.List("managedAgents", ManagedAgent.Read),
        Memory = json.Text("memory"),
        MemoryReservation = json.Text("memoryReservation"),
        Name = json.Text("name"),
        NetworkBindings = json.List("networkBindings", NetworkBinding.Read),
        NetworkInterfaces = json.List("networkInterfaces", NetworkInterface.Read),
        NeuronDeviceIds = json.Texts("neuronDeviceIds"),
        Reason = json.Text("reason"),
        RuntimeId = json.Text("runtimeId"),
        TaskArn = json.Text("taskArn"),
    };
}
