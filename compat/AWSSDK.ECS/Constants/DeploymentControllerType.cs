namespace Amazon.ECS;

public class DeploymentControllerType : ConstantClass
{
    public static readonly DeploymentControllerType CODE_DEPLOY = new("CODE_DEPLOY");
    public static readonly DeploymentControllerType ECS = new("ECS");

    public DeploymentControllerType(string value)
        : base(value)
    {
    }

    public static implicit operator DeploymentControllerType(string value) => FindValue(value);

    public static DeploymentControllerType FindValue(string value) => FindValue<DeploymentControllerType>(value);
}
