namespace Amazon.ECS.Model;

/// <summary><c>DeploymentLifecycleHookTimeoutConfiguration</c> of the Amazon ECS API reference.</summary>
public class DeploymentLifecycleHookTimeoutConfiguration
{
    public int? TimeoutInMinutes { get; set; }

    internal static DeploymentLifecycleHookTimeoutConfiguration Read(JsonElement json) => new()
    {
        TimeoutInMinutes = json.Int("timeoutInMinutes"),
    };
}
