using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A deployment of a service: the tasks of one task definition and of one moment.</summary>
/// <param name="id"><c>ecs-svc/</c> and 19 digits.</param>
/// <param name="taskDefinition">What its tasks are made of.</param>
/// <param name="options">The launch settings of the service when it began: launchType, networkConfiguration, serviceConnectConfiguration and the like.</param>
/// <param name="createdAt">When it began.</param>
internal sealed class Deployment(string id, TaskDefinition taskDefinition, JsonObject options, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public TaskDefinition TaskDefinition { get; } = taskDefinition;

    public JsonObject Options { get; } = options;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    /// <summary>PRIMARY, ACTIVE while it is replaced, INACTIVE when that is done.</summary>
    public string Status { get; set; } = "PRIMARY";

    /// <summary>IN_PROGRESS, COMPLETED or FAILED.</summary>
    public string RolloutState { get; set; } = "IN_PROGRESS";

    public string RolloutStateReason { get; set; } = $"ECS deployment {id} in progress.";

    /// <summary>How many of its tasks were wanted when it was last the primary one.</summary>
    public int DesiredCount { get; set; }

    /// <summary>How many tasks failed to start, one after the other.</summary>
    public int FailedTasks { get; set; }

    /// <summary>The deployment that this one rolls back to; <see langword="null"/> for an ordinary one.</summary>
    public string? RollbackOf { get; init; }

    /// <summary>When it came to its end: replaced, failed or completed.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Whether it was ever completed; only then another can roll back to it.</summary>
    public bool WasCompleted { get; set; }
}
