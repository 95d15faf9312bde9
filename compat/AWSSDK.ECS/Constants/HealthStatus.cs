namespace Amazon.ECS;

/// <summary>Values of <c>HealthStatus</c>; the service may know more than are named here.</summary>
public class HealthStatus : ConstantClass
{
    public static readonly HealthStatus HEALTHY = new("HEALTHY");
    public static readonly HealthStatus UNHEALTHY = new("UNHEALTHY");
    public static readonly HealthStatus UNKNOWN = new("UNKNOWN");

    public HealthStatus(string value)
        : base(value)
    {
    }

    public static implicit operator HealthStatus(string value) => FindValue(value);

    public static HealthStatus FindValue(string value) => FindValue<HealthStatus>(value);
}
