namespace Amazon.ECS;

/// <summary>Values of <c>DeploymentLifecycleHookAction</c>; the service may know more than are named here.</summary>
public class DeploymentLifecycleHookAction : ConstantClass
{
    public static readonly DeploymentLifecycleHookAction CONTINUE = new("CONTINUE");
    public static readonly DeploymentLifecycleHookAction ROLLBACK = new("ROLLBACK");

    public DeploymentLifecycleHookAction(string value)
        : base(value)
    {
    }

    public static implicit operator DeploymentLifecycleHookAction(string value) => FindValue(value);

    public static DeploymentLifecycleHookAction FindValue(string value) => FindValue<DeploymentLifecycleHookAction>(value);
}
