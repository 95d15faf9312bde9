namespace Amazon.ECS.Model;

public class DeploymentCircuitBreaker
{
    public bool? Enable { get; set; }

    public bool? Rollback { get; set; }

    internal static DeploymentCircuitBreaker Read(JsonElement json) => new()
    {
        Enable = json.Flag("enable"),
        Rollback = json.Flag("rollback"),
    };
}
