namespace Amazon.ECS;

/// <summary>Values of <c>AvailabilityZoneRebalancing</c>; the service may know more than are named here.</summary>
public class AvailabilityZoneRebalancing : ConstantClass
{
    public static readonly AvailabilityZoneRebalancing DISABLED = new("DISABLED");
    public static readonly AvailabilityZoneRebalancing ENABLED = new("ENABLED");

    public AvailabilityZoneRebalancing(string value)
        : base(value)
    {
    }

    public static implicit operator AvailabilityZoneRebalancing(string value) => FindValue(value);

    public static AvailabilityZoneRebalancing FindValue(string value) => FindValue<AvailabilityZoneRebalancing>(value);
}
