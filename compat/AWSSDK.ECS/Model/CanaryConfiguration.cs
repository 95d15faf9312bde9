namespace Amazon.ECS.Model;

/// <summary><c>CanaryConfiguration</c> of the Amazon ECS API reference.</summary>
public class CanaryConfiguration
{
    public int? CanaryBakeTimeInMinutes { get; set; }

    public double? CanaryPercent { get; set; }

    internal static CanaryConfiguration Read(JsonElement json) => new()
    {
        CanaryBakeTimeInMinutes = json.Int("canaryBakeTimeInMinutes"),
        CanaryPercent = json.Double("canaryPercent"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Number("canaryBakeTimeInMinutes", CanaryBakeTimeInMinutes);
        json.Number("canaryPercent", CanaryPercent);
    }
}
