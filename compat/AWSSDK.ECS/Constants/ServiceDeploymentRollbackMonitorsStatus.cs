namespace Amazon.ECS;

/// <summary>Values of <c>ServiceDeploymentRollbackMonitorsStatus</c>; the service may know more than are named here.</summary>
public class ServiceDeploymentRollbackMonitorsStatus : ConstantClass
{
    public static readonly ServiceDeploymentRollbackMonitorsStatus TRIGGERED = new("TRIGGERED");

    public ServiceDeploymentRollbackMonitorsStatus(string value)
        : base(value)
    {
    }

    public static implicit operator ServiceDeploymentRollbackMonitorsStatus(string value) => FindValue(value);

    public static ServiceDeploymentRollbackMonitorsStatus FindValue(string value) =>
        FindValue<ServiceDeploymentRollbackMonitorsStatus>(value);
}
