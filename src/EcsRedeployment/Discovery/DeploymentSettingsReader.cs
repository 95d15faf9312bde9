using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Reads a service's deployment configuration. Defaults are those of the Amazon ECS API Reference, "DeploymentConfiguration",
/// "LinearConfiguration", "CanaryConfiguration" and "DeploymentLifecycleHook".</summary>
internal static class DeploymentSettingsReader
{
    private const int DefaultPauseMinutes = 1440;

    /// <summary>CodeDeploy gives new tasks an hour to become steady (ECS Developer Guide, "CodeDeploy blue/green deployments for Amazon
    /// ECS").</summary>
    private static readonly TimeSpan InCodeDeploy = TimeSpan.FromHours(1);

    /// <summary>Reads it; a service without one has the defaults.</summary>
    public static DeploymentSettings Read(DeploymentConfiguration? configuration, bool isDaemon, ControllerKind controller = default)
    {
        var breaker = configuration?.DeploymentCircuitBreaker;
        var alarms = configuration?.Alarms;
        var strategy = StrategyOf(configuration?.Strategy);
        return new DeploymentSettings
        {
            Strategy = strategy,
            MinimumHealthyPercent = configuration?.MinimumHealthyPercent ?? (isDaemon ? 0 : 100),
            MaximumPercent = configuration?.MaximumPercent ?? (isDaemon ? 100 : 200),
            RollsBack = breaker is { Enable: true, Rollback: true } || alarms is { Enable: true, Rollback: true },
            PlannedDuration = controller is ControllerKind.CodeDeploy ? InCodeDeploy
                : configuration is null ? TimeSpan.Zero
                : TimeSpan.FromMinutes(
                    ShiftMinutes(configuration, strategy) + (configuration.BakeTimeInMinutes ?? 0) + PauseMinutes(configuration)),
        };
    }

    private static TrafficShift StrategyOf(DeploymentStrategy? strategy) =>
        strategy is null || strategy == DeploymentStrategy.ROLLING ? TrafficShift.Rolling
        : strategy == DeploymentStrategy.BLUE_GREEN ? TrafficShift.BlueGreen
        : strategy == DeploymentStrategy.LINEAR ? TrafficShift.Linear
        : strategy == DeploymentStrategy.CANARY ? TrafficShift.Canary
        : TrafficShift.Unknown;

    /// <summary>A linear shift does not bake after its last step; a canary bakes once before all traffic moves.</summary>
    private static double ShiftMinutes(DeploymentConfiguration configuration, TrafficShift strategy) => strategy switch
    {
        TrafficShift.Linear => Math.Max(0, Math.Ceiling(100 / (configuration.LinearConfiguration?.StepPercent ?? 10)) - 1)
            * (configuration.LinearConfiguration?.StepBakeTimeInMinutes ?? 6),
        TrafficShift.Canary => configuration.CanaryConfiguration?.CanaryBakeTimeInMinutes ?? 10,
        _ => 0,
    };

    private static int PauseMinutes(DeploymentConfiguration configuration) => (configuration.LifecycleHooks ?? [])
        .Where(hook => hook.TargetType == DeploymentLifecycleHookTargetType.PAUSE)
        .Sum(hook => Math.Max(1, hook.LifecycleStages?.Count ?? 1) * (hook.TimeoutConfiguration?.TimeoutInMinutes ?? DefaultPauseMinutes));
}
