namespace Amazon.ECS.Model;

public class DeploymentAlarms
{
    public bool? Enable { get; set; }

    public bool? Rollback { get; set; }

    internal static DeploymentAlarms Read(JsonElement json) => new()
    {
        Enable = json.Flag("enable"),
        Rollback = json.Flag("rollback"),
    };
}
