namespace Amazon.ECS;

/// <summary>Values of <c>PlacementStrategyType</c>; the service may know more than are named here.</summary>
public class PlacementStrategyType : ConstantClass
{
    public static readonly PlacementStrategyType Binpack = new("binpack");
    public static readonly PlacementStrategyType Random = new("random");
    public static readonly PlacementStrategyType Spread = new("spread");

    public PlacementStrategyType(string value)
        : base(value)
    {
    }

    public static implicit operator PlacementStrategyType(string value) => FindValue(value);

    public static PlacementStrategyType FindValue(string value) => FindValue<PlacementStrategyType>(value);
}
