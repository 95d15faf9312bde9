namespace Amazon.ECS.Model;

/// <summary><c>ContainerOverride</c> of the Amazon ECS API reference.</summary>
public class ContainerOverride
{
    public List<string> Command { get; set; }

    public int? Cpu { get; set; }

    public List<KeyValuePair> Environment { get; set; }

    public List<EnvironmentFile> EnvironmentFiles { get; set; }

    public int? Memory { get; set; }

    public int? MemoryReservation { get; set; }

    public string Name { get; set; }

    public List<ResourceRequirement> ResourceRequirements { get; set; }

    internal static ContainerOverride Read(JsonElement json) => new()
    {
        Command = json.Texts("command"),
        Cpu = json.Int("cpu"),
        Environment = json.List("environment", KeyValuePair.Read),
        EnvironmentFiles = json.List("environmentFiles", EnvironmentFile.Read),
        Memory = json.Int("memory"),
        MemoryReservation = json.Int("memoryReservation"),
        Name = json.Text("name"),
        ResourceRequirements = json.List("resourceRequirements", ResourceRequirement.Read),
    };
}
