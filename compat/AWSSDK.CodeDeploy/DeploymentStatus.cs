namespace Amazon.CodeDeploy;

public class DeploymentStatus(string value) : ConstantClass(value)
{
    public static readonly DeploymentStatus Created = new("Created");

    public static readonly DeploymentStatus Queued = new("Queued");

    public static readonly DeploymentStatus InProgress = new("InProgress");

    public static readonly DeploymentStatus Baking = new("Baking");

    public static readonly DeploymentStatus Succeeded = new("Succeeded");

    public static readonly DeploymentStatus Failed = new("Failed");

    public static readonly DeploymentStatus Stopped = new("Stopped");

    public static readonly DeploymentStatus Ready = new("Ready");

    public static DeploymentStatus FindValue(string value) => FindValue<DeploymentStatus>(value);

    public static implicit operator DeploymentStatus(string value) => FindValue(value);
}
