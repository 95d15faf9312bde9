namespace Amazon.ECS.Model;

public class ServiceDeployment
{
    public ServiceDeploymentAlarms Alarms { get; set; }

    public ServiceDeploymentCircuitBreaker DeploymentCircuitBreaker { get; set; }

    public Rollback Rollback { get; set; }

    public string ServiceDeploymentArn { get; set; }

    public ServiceDeploymentStatus Status { get; set; }

    public string StatusReason { get; set; }

    internal static ServiceDeployment Read(JsonElement json) => new()
    {
        Alarms = json.Object("alarms", ServiceDeploymentAlarms.Read),
        DeploymentCircuitBreaker = json.Object("deploymentCircuitBreaker", ServiceDeploymentCircuitBreaker.Read),
        Rollback = json.Object("rollback", Rollback.Read),
        ServiceDeploymentArn = json.Text("serviceDeploymentArn"),
        Status = json.Text("status"),
        StatusReason = json.Text("statusReason"),
    };
}
