namespace Amazon.ECS.Model;

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

    internal static Task Read(JsonElement json) => new()
    {
        ClusterArn = json.Text("clusterArn"),
        CreatedAt = json.Time("createdAt"),
        DesiredStatus = json.Text("desiredStatus"),
        Group = json.Text("group"),
        LastStatus = json.Text("lastStatus"),
        StartedBy = json.Text("startedBy"),
        StopCode = json.Text("stopCode"),
        StoppedAt = json.Time("stoppedAt"),
        StoppedReason = json.Text("stoppedReason"),
        StoppingAt = json.Time("stoppingAt"),
        TaskArn = json.Text("taskArn"),
        TaskDefinitionArn = json.Text("taskDefinitionArn"),
    };
}
