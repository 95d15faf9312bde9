namespace Amazon.ECS.Model;

public class TaskDefinition
{
    public List<ContainerDefinition> ContainerDefinitions { get; set; }
    public TaskDefinitionStatus Status { get; set; }
    public string TaskDefinitionArn { get; set; }
    public List<Volume> Volumes { get; set; }

    internal static TaskDefinition Read(JsonElement json) => new()
    {
        ContainerDefinitions = json.List("containerDefinitions", ContainerDefinition.Read),
        Status = json.Text("status"),
        TaskDefinitionArn = json.Text("taskDefinitionArn"),
        Volumes = json.List("volumes", Volume.Read),
    };
}
