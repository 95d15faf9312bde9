namespace Amazon.ECS.Model;

public class DeploymentLifecycleHookTimeoutConfiguration
{
    public int? TimeoutInMinutes { get; set; }

    internal static DeploymentLifecycleHookTimeoutConfiguration Read(JsonElement json) => new()
    {
        TimeoutInMinutes = json.Int("timeoutInMinutes"),
    };
}
