namespace Amazon.ECS;

/// <summary>Values of <c>TargetType</c>; the service may know more than are named here.</summary>
public class TargetType : ConstantClass
{
    public static readonly TargetType ContainerInstance = new("container-instance");

    public TargetType(string value)
        : base(value)
    {
    }

    public static implicit operator TargetType(string value) => FindValue(value);

    public static TargetType FindValue(string value) => FindValue<TargetType>(value);
}
