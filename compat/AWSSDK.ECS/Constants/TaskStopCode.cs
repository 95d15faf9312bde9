namespace Amazon.ECS;

public class TaskStopCode : ConstantClass
{
    public static readonly TaskStopCode ServiceSchedulerInitiated = new("ServiceSchedulerInitiated");
    public static readonly TaskStopCode UserInitiated = new("UserInitiated");

    public TaskStopCode(string value)
        : base(value)
    {
    }

    public static implicit operator TaskStopCode(string value) => FindValue(value);

    public static TaskStopCode FindValue(string value) => FindValue<TaskStopCode>(value);
}
