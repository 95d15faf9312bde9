namespace Amazon.ECS;

/// <summary>Values of <c>ThresholdType</c>; the service may know more than are named here.</summary>
public class ThresholdType : ConstantClass
{
    public static readonly ThresholdType BOUNDED_PERCENT = new("BOUNDED_PERCENT");
    public static readonly ThresholdType COUNT = new("COUNT");
    public static readonly ThresholdType UNBOUNDED_PERCENT = new("UNBOUNDED_PERCENT");

    public ThresholdType(string value)
        : base(value)
    {
    }

    public static implicit operator ThresholdType(string value) => FindValue(value);

    public static ThresholdType FindValue(string value) => FindValue<ThresholdType>(value);
}
