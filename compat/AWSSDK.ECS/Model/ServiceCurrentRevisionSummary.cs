namespace Amazon.ECS.Model;

/// <summary><c>ServiceCurrentRevisionSummary</c> of the Amazon ECS API reference.</summary>
public class ServiceCurrentRevisionSummary
{
    public string Arn { get; set; }

    public int? PendingTaskCount { get; set; }

    public int? RequestedTaskCount { get; set; }

    public int? RunningTaskCount { get; set; }

    internal static ServiceCurrentRevisionSummary Read(JsonElement json) => new()
    {
        Arn = json.Text("arn"),
        PendingTaskCount = json.Int("pendingTaskCount"),
        RequestedTaskCount = json.Int("requestedTaskCount"),
        RunningTaskCount = json.Int("runningTaskCount"),
    };
}
