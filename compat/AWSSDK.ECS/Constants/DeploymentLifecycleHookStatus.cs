namespace Amazon.ECS;

/// <summary>Values of <c>DeploymentLifecycleHookStatus</c>; the service may know more than are named here.</summary>
public class DeploymentLifecycleHookStatus : ConstantClass
{
    public static readonly DeploymentLifecycleHookStatus AWAITING_ACTION = new("AWAITING_ACTION");
    public static readonly DeploymentLifecycleHookStatus FAILED = new("FAILED");
    public static readonly DeploymentLifecycleHookStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly DeploymentLifecycleHookStatus SUCCEEDED = new("SUCCEEDED");
    public static readonly DeploymentLifecycleHookStatus TIMED_OUT = new("TIMED_OUT");

    public DeploymentLifecycleHookStatus(string value)
        : base(value)
    {
    }

    public static implicit operator DeploymentLifecycleHookStatus(string value) => FindValue(value);

    public static DeploymentLifecycleHookStatus FindValue(string value) => FindValue<DeploymentLifecycleHookStatus>(value);
}
