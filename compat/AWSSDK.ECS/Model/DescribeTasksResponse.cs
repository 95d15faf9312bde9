namespace Amazon.ECS.Model;

/// <summary>What <c>DescribeTasks</c> answers.</summary>
public class DescribeTasksResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; }

    public List<Task> Tasks { get; set; }

    internal static DescribeTasksResponse Read(JsonElement json) => new()
    {
        Failures = json.List("failures", Failure.Read),
        Tasks = json.List("tasks", Task.Read),
    };
}
