namespace Amazon.ECS;

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
