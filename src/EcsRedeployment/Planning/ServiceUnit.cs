namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A part of a service whose tasks are alike: a deployment, or a task set.</summary>
internal sealed record ServiceUnit
{
    /// <summary>Deployment or task set id: what its tasks name as their starter.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the service is on its way to this one; the others are being drained.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>The ARN of the revision that its tasks run.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>When it was created, or returned in a rollback: then its tasks are older.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its counts or state last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public RolloutState Rollout { get; init; }

    public string? RolloutReason { get; init; }

    public int RunningCount { get; init; }

    /// <summary>Tasks that run or are about to.</summary>
    public int TaskCount { get; init; }

    /// <summary>The CodeDeploy deployment that made a task set; null for others, and for the task set that CreateService made.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Whether its task definition revision is deregistered: Amazon ECS refuses to deploy it.</summary>
    public bool IsDeregistered { get; init; }

    public int FailedTaskCount { get; init; }

    /// <summary>All that its tasks refer to: by their task definition, and by Service Connect's log options of the deployment.</summary>
    public IReadOnlyList<SecretReference> References { get; init; } = [];

    /// <summary>Images named by a tag that may be moved (see docs/reference/redeployment.md): a forced deployment may bring another
    /// image.</summary>
    public IReadOnlyList<string> MovingImages { get; init; } = [];
}
