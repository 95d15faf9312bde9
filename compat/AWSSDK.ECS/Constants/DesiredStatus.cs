namespace Amazon.ECS;

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
