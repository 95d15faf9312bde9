namespace Amazon.ECS.Model;

public class CanaryConfiguration
{
    public int? CanaryBakeTimeInMinutes { get; set; }

    internal static CanaryConfiguration Read(JsonElement json) => new()
    {
        CanaryBakeTimeInMinutes = json.Int("canaryBakeTimeInMinutes"),
    };
}
