namespace Amazon.ECS.Model;

/// <summary><c>ContainerDependency</c> of the Amazon ECS API reference.</summary>
public class ContainerDependency
{
    public ContainerCondition Condition { get; set; }

    public string ContainerName { get; set; }

    internal static ContainerDependency Read(JsonElement json) => new()
    {
        Condition = json.Text("condition"),
        ContainerName = json.Text("containerName"),
    };
}
