namespace Amazon.ECS.Model;

/// <summary><c>HealthCheck</c> of the Amazon ECS API reference.</summary>
public class HealthCheck
{
    public List<string> Command { get; set; }

    public int? Interval { get; set; }

    public int? Retries { get; set; }

    public int? StartPeriod { get; set; }

    public int? Timeout { get; set; }

    internal static HealthCheck Read(JsonElement json) => new()
    {
        Command = json.Texts("command"),
        Interval = json.Int("interval"),
        Retries = json.Int("retries"),
        StartPeriod = json.Int("startPeriod"),
        Timeout = json.Int("timeout"),
    };
}
