namespace Amazon.ECS;

public class DeploymentLifecycleHookTargetType : ConstantClass
{
    public static readonly DeploymentLifecycleHookTargetType AWS_LAMBDA = new("AWS_LAMBDA");
    public static readonly DeploymentLifecycleHookTargetType PAUSE = new("PAUSE");

    public DeploymentLifecycleHookTargetType(string value)
        : base(value)
    {
    }

    public static implicit operator DeploymentLifecycleHookTargetType(string value) => FindValue(value);

    public static DeploymentLifecycleHookTargetType FindValue(string value) => FindValue<DeploymentLifecycleHookTargetType>(value);
}
