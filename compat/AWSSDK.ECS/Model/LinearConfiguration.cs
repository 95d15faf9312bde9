namespace Amazon.ECS.Model;

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
