namespace Amazon.ECS.Model;

/// <summary><c>LinearConfiguration</c> of the Amazon ECS API reference.</summary>
public class LinearConfiguration
{
    public int? StepBakeTimeInMinutes { get; set; }

    public double? StepPercent { get; set; }

    internal static LinearConfiguration Read(JsonElement json) => new()
    {
        StepBakeTimeInMinutes = json.Int("stepBakeTimeInMinutes"),
        StepPercent = json.Double("stepPercent"),
    };
}
