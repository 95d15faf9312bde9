namespace Amazon.ECS.Model;

/// <summary><c>ServiceDeploymentCircuitBreaker</c> of the Amazon ECS API reference.</summary>
public class ServiceDeploymentCircuitBreaker
{
    public int? FailureCount { get; set; }

    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }

    public int? Threshold { get; set; }

    internal static ServiceDeploymentCircuitBreaker Read(JsonElement json) => new()
    {
        FailureCount = json.Int("failureCount"),
        Status = json.Text("status"),
        Threshold = json.Int("threshold"),
    };
}
