namespace Amazon.ECS.Model;

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
