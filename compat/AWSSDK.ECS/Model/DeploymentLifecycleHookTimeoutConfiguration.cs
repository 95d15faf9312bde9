namespace Amazon.ECS.Model;

/// <summary><c>DeploymentLifecycleHookTimeoutConfiguration</c> of the Amazon ECS API reference.</summary>
public class DeploymentLifecycleHookTimeoutConfiguration
{
    public DeploymentLifecycleHookAction Action { get; set; }

    public int? TimeoutInMinutes { get; set; }

    internal static DeploymentLifecycleHookTimeoutConfiguration Read(JsonElement json) => new()
    {
        Action = json.Text("action"),
        TimeoutInMinutes = json.Int("timeoutInMinutes"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("action", Action?.Value);
        json.Number("timeoutInMinutes", TimeoutInMinutes);
    }
}
