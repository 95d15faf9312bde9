namespace Amazon.ECS;

/// <summary>Values of <c>ScaleUnit</c>; the service may know more than are named here.</summary>
public class ScaleUnit : ConstantClass
{
    public static readonly ScaleUnit PERCENT = new("PERCENT");

    public ScaleUnit(string value)
        : base(value)
    {
    }

    public static implicit operator ScaleUnit(string value) => FindValue(value);

    public static ScaleUnit FindValue(string value) => FindValue<ScaleUnit>(value);
}
