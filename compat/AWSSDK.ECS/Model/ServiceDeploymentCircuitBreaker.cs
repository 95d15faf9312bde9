namespace Amazon.ECS.Model;

public class ServiceDeploymentCircuitBreaker
{
    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }

    internal static ServiceDeploymentCircuitBreaker Read(JsonElement json) => new()
    {
        Status = json.Text("status"),
    };
}
