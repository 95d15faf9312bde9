namespace Amazon.ECS.Model;

public class DeploymentLifecycleHook
{
    public List<string> LifecycleStages { get; set; }

    public DeploymentLifecycleHookTargetType TargetType { get; set; }

    public DeploymentLifecycleHookTimeoutConfiguration TimeoutConfiguration { get; set; }

    internal static DeploymentLifecycleHook Read(JsonElement json) => new()
    {
        LifecycleStages = json.Texts("lifecycleStages"),
        TargetType = json.Text("targetType"),
        TimeoutConfiguration = json.Object("timeoutConfiguration", DeploymentLifecycleHookTimeoutConfiguration.Read),
    };
}
