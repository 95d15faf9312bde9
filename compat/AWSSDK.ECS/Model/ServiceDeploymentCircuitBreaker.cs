namespace Amazon.ECS.Model;

/// <summary><c>ServiceDeploymentCircuitBreaker</c> of the Amazon ECS API reference.</summary>
public class ServiceDeploymentCircuitBreaker
{
    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }

    internal static ServiceDeploymentCircuitBreaker Read(JsonElement json) => new()
    {
        Status = json.Text("status"),
    };
}
