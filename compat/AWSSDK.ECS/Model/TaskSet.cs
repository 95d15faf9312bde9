namespace Amazon.ECS.Model;

public class TaskSet
{
    public DateTime? CreatedAt { get; set; }
    public string ExternalId { get; set; }
    public string Id { get; set; }
    public int? PendingCount { get; set; }
    public int? RunningCount { get; set; }
    public string Status { get; set; }
    public string TaskDefinition { get; set; }
    public DateTime? UpdatedAt { get; set; }

    internal static TaskSet Read(JsonElement json) => new()
    {
        CreatedAt = json.Time("createdAt"),
        ExternalId = json.Text("externalId"),
        Id = json.Text("id"),
        PendingCount = json.Int("pendingCount"),
        RunningCount = json.Int("runningCount"),
        Status = json.Text("status"),
        TaskDefinition = json.Text("taskDefinition"),
        UpdatedAt = json.Time("updatedAt"),
    };
}
