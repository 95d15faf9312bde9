namespace Amazon.ECS.Model;

public class ListTasksRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public DesiredStatus DesiredStatus { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string ServiceName { get; set; }
}

public class ListTasksResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<string> TaskArns { get; set; }
}

public class DescribeTasksRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public List<string> Tasks { get; set; }
}

public class DescribeTasksResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; }
    public List<Task> Tasks { get; set; }
}

public class StopTaskRequest : AmazonECSRequest
{
    public string Cluster { get; set; }
    public string Reason { get; set; }
    public string Task { get; set; }
}

public class StopTaskResponse : AmazonWebServiceResponse
{
    public Task Task { get; set; }
}

public class Task
{
    public string ClusterArn { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string DesiredStatus { get; set; }
    public string Group { get; set; }
    public string LastStatus { get; set; }
    public string StartedBy { get; set; }
    public TaskStopCode StopCode { get; set; }
    public DateTime? StoppedAt { get; set; }
    public string StoppedReason { get; set; }
    public DateTime? StoppingAt { get; set; }
    public string TaskArn { get; set; }
    public string TaskDefinitionArn { get; set; }
}
