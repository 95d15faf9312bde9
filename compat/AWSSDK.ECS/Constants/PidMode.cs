namespace Amazon.ECS;

/// <summary>Values of <c>PidMode</c>; the service may know more than are named here.</summary>
public class PidMode : ConstantClass
{
    public static readonly PidMode Host = new("host");
    public static readonly PidMode Task = new("task");

    public PidMode(string value)
        : base(value)
    {
    }

    public static implicit operator PidMode(string value) => FindValue(value);

    public static PidMode FindValue(string value) => FindValue<PidMode>(value);
}
