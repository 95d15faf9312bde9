namespace Amazon.ECS.Model;

public class Deployment
{
    public DateTime? CreatedAt { get; set; }
    public int? FailedTasks { get; set; }
    public string Id { get; set; }
    public int? PendingCount { get; set; }
    public DeploymentRolloutState RolloutState { get; set; }
    public string RolloutStateReason { get; set; }
    public int? RunningCount { get; set; }
    public ServiceConnectConfiguration ServiceConnectConfiguration { get; set; }
    public string Status { get; set; }
    public string TaskDefinition { get; set; }
    public DateTime? UpdatedAt { get; set; }

    internal static Deployment Read(JsonElement json) => new()
    {
        CreatedAt = json.Time("createdAt"),
        FailedTasks = json.Int("failedTasks"),
        Id = json.Text("id"),
        PendingCount = json.Int("pendingCount"),
        RolloutState = json.Text("rolloutState"),
        RolloutStateReason = json.Text("rolloutStateReason"),
        RunningCount = json.Int("runningCount"),
        ServiceConnectConfiguration = json.Object("serviceConnectConfiguration", ServiceConnectConfiguration.Read),
        Status = json.Text("status"),
        TaskDefinition = json.Text("taskDefinition"),
        UpdatedAt = json.Time("updatedAt"),
    };
}
