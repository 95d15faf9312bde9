namespace Amazon.ECS;

public class DeploymentStrategy : ConstantClass
{
    public static readonly DeploymentStrategy BLUE_GREEN = new("BLUE_GREEN");
    public static readonly DeploymentStrategy CANARY = new("CANARY");
    public static readonly DeploymentStrategy LINEAR = new("LINEAR");
    public static readonly DeploymentStrategy ROLLING = new("ROLLING");

    public DeploymentStrategy(string value)
        : base(value)
    {
    }

    public static implicit operator DeploymentStrategy(string value) => FindValue(value);

    public static DeploymentStrategy FindValue(string value) => FindValue<DeploymentStrategy>(value);
}
