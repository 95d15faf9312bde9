namespace Amazon.ECS.Model;

/// <summary><c>ContainerRestartPolicy</c> of the Amazon ECS API reference.</summary>
public class ContainerRestartPolicy
{
    public bool? Enabled { get; set; }

    public List<int> IgnoredExitCodes { get; set; }

    public int? RestartAttemptPeriod { get; set; }

    internal static ContainerRestartPolicy Read(JsonElement json) => new()
    {
        Enabled = json.Flag("enabled"),
        IgnoredExitCodes = json.List("ignoredExitCodes", item => item.GetInt32()),
        RestartAttemptPeriod = json.Int("restartAttemptPeriod"),
    };
}
