namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A deployment of a service: the tasks of one task definition and of one moment.</summary>
internal sealed class Deployment(string id, TaskDefinition taskDefinition, JsonObject options, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public TaskDefinition TaskDefinition { get; } = taskDefinition;

    public JsonObject Options { get; } = options;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>When a roll-back made it PRIMARY once more. DescribeServices then shows this time as createdAt, though tasks are older:
    /// the one sample on record of 2022 does. Nothing may be concluded from the createdAt of a deployment.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    public string Status { get; set; } = "PRIMARY";

    public string RolloutState { get; set; } = "IN_PROGRESS";

    public string RolloutStateReason { get; set; } = $"ECS deployment {id} in progress.";

    public int DesiredCount { get; set; }

    public int FailedTasks { get; set; }

    /// <summary>Set when the circuit breaker ended it; a roll-back that a person asked for leaves it unset.</summary>
    public bool BreakerTriggered { get; set; }

    /// <summary>The deployment that replaced this failed one under its own id.</summary>
    public Deployment? RolledBackTo { get; set; }

    /// <summary>ROLLBACK_IN_PROGRESS, ROLLBACK_SUCCESSFUL or ROLLBACK_FAILED, the service deployment's status.</summary>
    public string? RollbackStatus { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public bool WasCompleted { get; set; }

    /// <summary>When the old tasks may go: traffic has moved and the bake time is over. Unset until all new tasks run.</summary>
    public DateTimeOffset? CleanUpAt { get; set; }

    public bool IsBlocked { get; set; }
}
