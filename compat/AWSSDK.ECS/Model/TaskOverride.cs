namespace Amazon.ECS.Model;

/// <summary><c>TaskOverride</c> of the Amazon ECS API reference.</summary>
public class TaskOverride
{
    public List<ContainerOverride> ContainerOverrides { get; set; }

    public string Cpu { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }

    public string ExecutionRoleArn { get; set; }

    public List<InferenceAcceleratorOverride> InferenceAcceleratorOverrides { get; set; }

    public string Memory { get; set; }

    public string TaskRoleArn { get; set; }

    internal static TaskOverride Read(JsonElement json) => new()
    {
        ContainerOverrides = json.List("containerOverrides", ContainerOverride.Read),
        Cpu = json.Text("cpu"),
        EphemeralStorage = json.Object("ephemeralStorage", EphemeralStorage.Read),
        ExecutionRoleArn = json.Text("executionRoleArn"),
        InferenceAcceleratorOverrides = json.List("inferenceAcceleratorOverrides", InferenceAcceleratorOverride.Read),
        Memory = json.Text("memory"),
        TaskRoleArn = json.Text("taskRoleArn"),
    };
}
