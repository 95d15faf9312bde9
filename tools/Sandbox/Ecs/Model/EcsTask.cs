namespace RotationLambdas.Sandbox.Ecs.Model;

internal sealed class EcsTask(Cluster cluster, string id, string arn, TaskDefinition taskDefinition, DateTimeOffset createdAt)
{
    public Cluster Cluster { get; } = cluster;

    public string Id { get; } = id;

    public string Arn { get; } = arn;

    public TaskDefinition TaskDefinition { get; } = taskDefinition;

    public Service? Service { get; init; }

    public Deployment? Deployment { get; init; }

    public required string StartedBy { get; init; }

    public required string Group { get; init; }

    public string LaunchType { get; init; } = "FARGATE";

    public Tags Tags { get; } = new();

    public IReadOnlyList<EcsContainer> Containers { get; init; } = [];

    public string LastStatus { get; set; } = "PROVISIONING";

    public string DesiredStatus { get; set; } = "RUNNING";

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? StoppingAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    public string? StopCode { get; set; }

    public string? StoppedReason { get; set; }

    /// <summary>Until when scale-in must spare it (ECS Developer Guide, "Protect your Amazon ECS tasks from being terminated by scale-in
    /// events").</summary>
    public DateTimeOffset? ProtectedUntil { get; set; }

    public int Version { get; set; } = 1;

    public CancellationTokenSource Starting { get; } = new();

    public bool IsLive => DesiredStatus == "RUNNING" && LastStatus != "STOPPED";

    public bool IsRunning => IsLive && LastStatus == "RUNNING";
}
