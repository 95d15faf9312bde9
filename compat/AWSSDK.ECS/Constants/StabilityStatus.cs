namespace Amazon.ECS;

/// <summary>Values of <c>StabilityStatus</c>; the service may know more than are named here.</summary>
public class StabilityStatus : ConstantClass
{
    public static readonly StabilityStatus STABILIZING = new("STABILIZING");
    public static readonly StabilityStatus STEADY_STATE = new("STEADY_STATE");

    public StabilityStatus(string value)
        : base(value)
    {
    }

    public static implicit operator StabilityStatus(string value) => FindValue(value);

    public static StabilityStatus FindValue(string value) => FindValue<StabilityStatus>(value);
}
