namespace Amazon.ECS;

/// <summary>Values of <c>LaunchType</c>; the service may know more than are named here.</summary>
public class LaunchType : ConstantClass
{
    public static readonly LaunchType EC2 = new("EC2");
    public static readonly LaunchType EXTERNAL = new("EXTERNAL");
    public static readonly LaunchType FARGATE = new("FARGATE");
    public static readonly LaunchType MANAGED_INSTANCES = new("MANAGED_INSTANCES");

    public LaunchType(string value)
        : base(value)
    {
    }

    public static implicit operator LaunchType(string value) => FindValue(value);

    public static LaunchType FindValue(string value) => FindValue<LaunchType>(value);
}
