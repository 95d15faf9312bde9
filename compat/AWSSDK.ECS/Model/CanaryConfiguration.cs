namespace Amazon.ECS.Model;

/// <summary><c>CanaryConfiguration</c> of the Amazon ECS API reference.</summary>
public class CanaryConfiguration
{
    public int? CanaryBakeTimeInMinutes { get; set; }

    internal static CanaryConfiguration Read(JsonElement json) => new()
    {
        CanaryBakeTimeInMinutes = json.Int("canaryBakeTimeInMinutes"),
    };
}
