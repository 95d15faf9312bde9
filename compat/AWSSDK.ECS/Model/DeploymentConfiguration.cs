namespace Amazon.ECS.Model;

public class DeploymentConfiguration
{
    public DeploymentAlarms Alarms { get; set; }

    public int? BakeTimeInMinutes { get; set; }

    public CanaryConfiguration CanaryConfiguration { get; set; }

    public DeploymentCircuitBreaker DeploymentCircuitBreaker { get; set; }

    public List<DeploymentLifecycleHook> LifecycleHooks { get; set; }

    public LinearConfiguration LinearConfiguration { get; set; }

    public int? MaximumPercent { get; set; }

    public int? MinimumHealthyPercent { get; set; }

    public DeploymentStrategy Strategy { get; set; }

    internal static DeploymentConfiguration Read(JsonElement json) => new()
    {
        Alarms = json.Object("alarms", DeploymentAlarms.Read),
        BakeTimeInMinutes = json.Int("bakeTimeInMinutes"),
        CanaryConfiguration = json.Object("canaryConfiguration", CanaryConfiguration.Read),
        DeploymentCircuitBreaker = json.Object("deploymentCircuitBreaker", DeploymentCircuitBreaker.Read),
        LifecycleHooks = json.List("lifecycleHooks", DeploymentLifecycleHook.Read),
        LinearConfiguration = json.Object("linearConfiguration", LinearConfiguration.Read),
        MaximumPercent = json.Int("maximumPercent"),
        MinimumHealthyPercent = json.Int("minimumHealthyPercent"),
        Strategy = json.Text("strategy"),
    };
}
