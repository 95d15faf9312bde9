namespace Amazon.ECS.Model;

/// <summary><c>DeploymentAlarms</c> of the Amazon ECS API reference.</summary>
public class DeploymentAlarms
{
    public List<string> AlarmNames { get; set; }

    public bool? Enable { get; set; }

    public bool? Rollback { get; set; }

    internal static DeploymentAlarms Read(JsonElement json) => new()
    {
        AlarmNames = json.Texts("alarmNames"),
        Enable = json.Flag("enable"),
        Rollback = json.Flag("rollback"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Texts("alarmNames", AlarmNames);
        json.Flag("enable", Enable);
        json.Flag("rollback", Rollback);
    }
}
