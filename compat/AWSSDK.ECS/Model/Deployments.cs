namespace Amazon.ECS.Model;

public class Deployment
{
    public DateTime? CreatedAt { get; set; }
    public int? FailedTasks { get; set; }
    public string Id { get; set; }
    public int? PendingCount { get; set; }
    public DeploymentRolloutState RolloutState { get; set; }
    public string RolloutStateReason { get; set; }
    public int? RunningCount { get; set; }
    public ServiceConnectConfiguration ServiceConnectConfiguration { get; set; }
    public string Status { get; set; }
    public string TaskDefinition { get; set; }
    public DateTime? UpdatedAt { get; set; }
}

public class ServiceConnectConfiguration
{
    public bool? Enabled { get; set; }
    public LogConfiguration LogConfiguration { get; set; }
}

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
}

public class DeploymentAlarms
{
    public bool? Enable { get; set; }
    public bool? Rollback { get; set; }
}

public class DeploymentCircuitBreaker
{
    public bool? Enable { get; set; }
    public bool? Rollback { get; set; }
}

public class CanaryConfiguration
{
    public int? CanaryBakeTimeInMinutes { get; set; }
}

public class LinearConfiguration
{
    public int? StepBakeTimeInMinutes { get; set; }
    public double? StepPercent { get; set; }
}

public class DeploymentLifecycleHook
{
    public List<string> LifecycleStages { get; set; }
    public DeploymentLifecycleHookTargetType TargetType { get; set; }
    public DeploymentLifecycleHookTimeoutConfiguration TimeoutConfiguration { get; set; }
}

public class DeploymentLifecycleHookTimeoutConfiguration
{
    public int? TimeoutInMinutes { get; set; }
}
