namespace Amazon.ECS.Model;

/// <summary><c>ServiceDeploymentAlarms</c> of the Amazon ECS API reference.</summary>
public class ServiceDeploymentAlarms
{
    public ServiceDeploymentRollbackMonitorsStatus Status { get; set; }

    internal static ServiceDeploymentAlarms Read(JsonElement json) => new()
    {
        Status = json.Text("status"),
    };
}
