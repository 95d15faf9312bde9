using RotationLambdas.Sandbox.Ecs.Views;

namespace RotationLambdas.Sandbox.Ecs.Model;

/// <summary>A task, from PROVISIONING to STOPPED.</summary>
/// <param name="cluster">Where it runs.</param>
/// <param name="id">32 hexadecimal digits.</param>
/// <param name="arn">Its ARN.</param>
/// <param name="taskDefinition">What it is made of.</param>
/// <param name="createdAt">When it was made.</param>
internal sealed class EcsTask(Cluster cluster, string id, string arn, TaskDefinition taskDefinition, DateTimeOffset createdAt)
{
    public Cluster Cluster { get; } = cluster;

    public string Id { get; } = id;

    public string Arn { get; } = arn;

    public TaskDefinition TaskDefinition { get; } = taskDefinition;

    /// <summary>The service it belongs to; <see langword="null"/> for a task of its own.</summary>
    public Service? Service { get; init; }

    /// <summary>The deployment it belongs to; <see langword="null"/> for a task of its own.</summary>
    public Deployment? Deployment { get; init; }

    public required string StartedBy { get; init; }

    /// <summary><c>service:name</c> or <c>family:name</c>.</summary>
    public required string Group { get; init; }

    public string LaunchType { get; init; } = "FARGATE";

    public Tags Tags { get; } = new();

    public IReadOnlyList<EcsContainer> Containers { get; init; } = [];

    /// <summary>PROVISIONING, PENDING, RUNNING, STOPPING or STOPPED.</summary>
    public string LastStatus { get; set; } = "PROVISIONING";

    /// <summary>RUNNING or STOPPED.</summary>
    public string DesiredStatus { get; set; } = "RUNNING";

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? StoppingAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    public string? StopCode { get; set; }

    public string? StoppedReason { get; set; }

    /// <summary>Until when scale-in must spare it (ECS Developer Guide, "Protect your Amazon ECS tasks from being terminated by scale-in events").</summary>
    public DateTimeOffset? ProtectedUntil { get; set; }

    /// <summary>Counts its changes, for those who get its events out of order.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Ends the start of its containers when it is stopped before they run.</summary>
    public CancellationTokenSource Starting { get; } = new();

    public bool IsLive => DesiredStatus == "RUNNING" && LastStatus != "STOPPED";

    public bool IsRunning => IsLive && LastStatus == "RUNNING";
}
