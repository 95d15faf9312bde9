namespace Amazon.ECS.Model;

public class ServiceDeploymentAlarms
{
    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }

    internal static ServiceDeploymentAlarms Read(JsonElement json) => new()
    {
        Status = json.Text("status"),
    };
}
