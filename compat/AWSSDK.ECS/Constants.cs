namespace Amazon.ECS;

[JsonConverter(typeof(ConstantConverter<DeploymentControllerType>))]
public class DeploymentControllerType(string value) : ConstantClass(value)
{
    public static readonly DeploymentControllerType CODE_DEPLOY = new("CODE_DEPLOY");
    public static readonly DeploymentControllerType ECS = new("ECS");

    public static implicit operator DeploymentControllerType(string value) => FindValue<DeploymentControllerType>(value);
}

[JsonConverter(typeof(ConstantConverter<DeploymentLifecycleHookTargetType>))]
public class DeploymentLifecycleHookTargetType(string value) : ConstantClass(value)
{
    public static readonly DeploymentLifecycleHookTargetType AWS_LAMBDA = new("AWS_LAMBDA");
    public static readonly DeploymentLifecycleHookTargetType PAUSE = new("PAUSE");

    public static implicit operator DeploymentLifecycleHookTargetType(string value) => FindValue<DeploymentLifecycleHookTargetType>(value);
}

[JsonConverter(typeof(ConstantConverter<DeploymentRolloutState>))]
public class DeploymentRolloutState(string value) : ConstantClass(value)
{
    public static readonly DeploymentRolloutState COMPLETED = new("COMPLETED");
    public static readonly DeploymentRolloutState FAILED = new("FAILED");
    public static readonly DeploymentRolloutState IN_PROGRESS = new("IN_PROGRESS");

    public static implicit operator DeploymentRolloutState(string value) => FindValue<DeploymentRolloutState>(value);
}

[JsonConverter(typeof(ConstantConverter<DeploymentStrategy>))]
public class DeploymentStrategy(string value) : ConstantClass(value)
{
    public static readonly DeploymentStrategy BLUE_GREEN = new("BLUE_GREEN");
    public static readonly DeploymentStrategy CANARY = new("CANARY");
    public static readonly DeploymentStrategy LINEAR = new("LINEAR");
    public static readonly DeploymentStrategy ROLLING = new("ROLLING");

    public static implicit operator DeploymentStrategy(string value) => FindValue<DeploymentStrategy>(value);
}

[JsonConverter(typeof(ConstantConverter<DesiredStatus>))]
public class DesiredStatus(string value) : ConstantClass(value)
{
    public static readonly DesiredStatus RUNNING = new("RUNNING");
    public static readonly DesiredStatus STOPPED = new("STOPPED");

    public static implicit operator DesiredStatus(string value) => FindValue<DesiredStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<FirelensConfigurationType>))]
public class FirelensConfigurationType(string value) : ConstantClass(value)
{
    public static implicit operator FirelensConfigurationType(string value) => FindValue<FirelensConfigurationType>(value);
}

[JsonConverter(typeof(ConstantConverter<LogDriver>))]
public class LogDriver(string value) : ConstantClass(value)
{
    public static implicit operator LogDriver(string value) => FindValue<LogDriver>(value);
}

[JsonConverter(typeof(ConstantConverter<ResourceManagementType>))]
public class ResourceManagementType(string value) : ConstantClass(value)
{
    public static readonly ResourceManagementType ECS = new("ECS");

    public static implicit operator ResourceManagementType(string value) => FindValue<ResourceManagementType>(value);
}

[JsonConverter(typeof(ConstantConverter<SchedulingStrategy>))]
public class SchedulingStrategy(string value) : ConstantClass(value)
{
    public static readonly SchedulingStrategy DAEMON = new("DAEMON");

    public static implicit operator SchedulingStrategy(string value) => FindValue<SchedulingStrategy>(value);
}

[JsonConverter(typeof(ConstantConverter<ServiceDeploymentRollbackMonitorsStatus>))]
public class ServiceDeploymentRollbackMonitorsStatus(string value) : ConstantClass(value)
{
    public static readonly ServiceDeploymentRollbackMonitorsStatus TRIGGERED = new("TRIGGERED");

    public static implicit operator ServiceDeploymentRollbackMonitorsStatus(string value) =>
        FindValue<ServiceDeploymentRollbackMonitorsStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<ServiceDeploymentStatus>))]
public class ServiceDeploymentStatus(string value) : ConstantClass(value)
{
    public static readonly ServiceDeploymentStatus ROLLBACK_FAILED = new("ROLLBACK_FAILED");
    public static readonly ServiceDeploymentStatus ROLLBACK_IN_PROGRESS = new("ROLLBACK_IN_PROGRESS");
    public static readonly ServiceDeploymentStatus ROLLBACK_REQUESTED = new("ROLLBACK_REQUESTED");
    public static readonly ServiceDeploymentStatus ROLLBACK_SUCCESSFUL = new("ROLLBACK_SUCCESSFUL");
    public static readonly ServiceDeploymentStatus STOPPED = new("STOPPED");
    public static readonly ServiceDeploymentStatus SUCCESSFUL = new("SUCCESSFUL");

    public static implicit operator ServiceDeploymentStatus(string value) => FindValue<ServiceDeploymentStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<TaskDefinitionStatus>))]
public class TaskDefinitionStatus(string value) : ConstantClass(value)
{
    public static readonly TaskDefinitionStatus ACTIVE = new("ACTIVE");

    public static implicit operator TaskDefinitionStatus(string value) => FindValue<TaskDefinitionStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<TaskStopCode>))]
public class TaskStopCode(string value) : ConstantClass(value)
{
    public static readonly TaskStopCode ServiceSchedulerInitiated = new("ServiceSchedulerInitiated");
    public static readonly TaskStopCode UserInitiated = new("UserInitiated");

    public static implicit operator TaskStopCode(string value) => FindValue<TaskStopCode>(value);
}
