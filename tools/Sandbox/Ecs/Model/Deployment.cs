using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A deployment of a service: the tasks of one task definition and of one moment.</summary>
internal sealed class Deployment(string id, TaskDefinition taskDefinition, JsonObject options, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public TaskDefinition TaskDefinition { get; } = taskDefinition;

    public JsonObject Options { get; } = options;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    public string Status { get; set; } = "PRIMARY";

    public string RolloutState { get; set; } = "IN_PROGRESS";

    public string RolloutStateReason { get; set; } = $"ECS deployment {id} in progress.";

    public int DesiredCount { get; set; }

    public int FailedTasks { get; set; }

    public string? RollbackOf { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public bool WasCompleted { get; set; }
}
