namespace Amazon.ECS.Model;

/// <summary><c>DeploymentCircuitBreaker</c> of the Amazon ECS API reference.</summary>
public class DeploymentCircuitBreaker
{
    public bool? Enable { get; set; }

    public bool? ResetOnHealthyTask { get; set; }

    public bool? Rollback { get; set; }

    public ThresholdConfiguration ThresholdConfiguration { get; set; }

    internal static DeploymentCircuitBreaker Read(JsonElement json) => new()
    {
        Enable = json.Flag("enable"),
        ResetOnHealthyTask = json.Flag("resetOnHealthyTask"),
        Rollback = json.Flag("rollback"),
        ThresholdConfiguration = json.Object("thresholdConfiguration", ThresholdConfiguration.Read),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Flag("enable", Enable);
        json.Flag("resetOnHealthyTask", ResetOnHealthyTask);
        json.Flag("rollback", Rollback);
        json.Object("thresholdConfiguration", ThresholdConfiguration, (item, to) => item.Write(to));
    }
}
