namespace Amazon.ECS;

/// <summary>Values of <c>DesiredStatus</c>; the service may know more than are named here.</summary>
public class DesiredStatus : ConstantClass
{
    public static readonly DesiredStatus RUNNING = new("RUNNING");
    public static readonly DesiredStatus STOPPED = new("STOPPED");

    public DesiredStatus(string value)
        : base(value)
    {
    }

    public static implicit operator DesiredStatus(string value) => FindValue(value);

    public static DesiredStatus FindValue(string value) => FindValue<DesiredStatus>(value);
}
