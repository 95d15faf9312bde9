namespace Amazon.ECS.Model;

/// <summary><c>ServiceRevisionSummary</c> of the Amazon ECS API reference.</summary>
public class ServiceRevisionSummary
{
    public string Arn { get; set; }

    public int? PendingTaskCount { get; set; }

    public double? RequestedProductionTrafficWeight { get; set; }

    public int? RequestedTaskCount { get; set; }

    public double? RequestedTestTrafficWeight { get; set; }

    public int? RunningTaskCount { get; set; }

    internal static ServiceRevisionSummary Read(JsonElement json) => new()
    {
        Arn = json.Text("arn"),
        PendingTaskCount = json.Int("pendingTaskCount"),
        RequestedProductionTrafficWeight = json.Double("requestedProductionTrafficWeight"),
        RequestedTaskCount = json.Int("requestedTaskCount"),
        RequestedTestTrafficWeight = json.Double("requestedTestTrafficWeight"),
        RunningTaskCount = json.Int("runningTaskCount"),
    };
}
