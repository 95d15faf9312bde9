namespace Amazon.ECS;

/// <summary>Values of <c>VersionConsistency</c>; the service may know more than are named here.</summary>
public class VersionConsistency : ConstantClass
{
    public static readonly VersionConsistency Disabled = new("disabled");
    public static readonly VersionConsistency Enabled = new("enabled");

    public VersionConsistency(string value)
        : base(value)
    {
    }

    public static implicit operator VersionConsistency(string value) => FindValue(value);

    public static VersionConsistency FindValue(string value) => FindValue<VersionConsistency>(value);
}
