namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A service as it was found.</summary>
internal sealed record ServiceSnapshot
{
    /// <summary>The status of a service that is neither draining nor deleted.</summary>
    public const string Active = "ACTIVE";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The service's ARN. In the old format it lacks the cluster, so that two services may have one.</summary>
    public required string Arn { get; init; }

    /// <summary>No other service has the same.</summary>
    public string Key => $"{Cluster} {Arn}";

    /// <summary>Its cluster's ARN.</summary>
    public required string Cluster { get; init; }

    public required string Name { get; init; }

    /// <summary>ACTIVE, DRAINING or INACTIVE.</summary>
    public string Status { get; init; } = Active;

    /// <summary>Who may deploy it.</summary>
    public ControllerKind Controller { get; init; }

    /// <summary>Whether Amazon ECS manages it for somebody else's interface (Express Mode), which a forced deployment would
    /// bypass.</summary>
    public bool IsManaged { get; init; }

    /// <summary>Whether it runs one task an instance; such have no desired count, and by default stop before they start.</summary>
    public bool IsDaemon { get; init; }

    /// <summary>How many tasks it should run.</summary>
    public int DesiredCount { get; init; }

    public DeploymentSettings Settings { get; init; } = new();

    /// <summary>The newest service events, newest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Text)> Events { get; init; } = [];

    /// <summary>Service deployments since a moment, newest first; null until they were read.</summary>
    public IReadOnlyList<PastDeployment>? History { get; init; }

    public ServiceTags Tags { get; init; } = ServiceTags.None;

    /// <summary>Its deployments and task sets.</summary>
    public IReadOnlyList<ServiceUnit> Units { get; init; } = [];

    /// <summary>Its tasks; null until somebody needed to know.</summary>
    public IReadOnlyList<TaskSnapshot>? Tasks { get; init; }

    /// <summary>When tasks were created that have stopped by themselves; read only where tasks are to be stopped.</summary>
    public IReadOnlyList<DateTimeOffset> FailedTasks { get; init; } = [];

    /// <summary>The unit that the service is on its way to.</summary>
    public ServiceUnit? Primary => Units.FirstOrDefault(unit => unit.IsPrimary);

    public bool RunsAllNewTasks => DesiredCount > 0 && Primary?.RunningCount >= DesiredCount;

    /// <summary>The deployment of the history that goes on.</summary>
    public PastDeployment? Current => History is [{ State: PastDeploymentState.InProgress } newest, ..] ? newest : null;

    /// <summary>Everything the service refers to, its tags included.</summary>
    public IEnumerable<SecretReference> References => Units.SelectMany(unit => unit.References).Concat(Tags.Secrets);

    /// <summary>A new task would not start for want of this secret. New tasks have the primary's references.</summary>
    public bool IsKeptFromStartingBy(Change change) => (Primary?.References ?? References).Any(reference =>
        reference.IsReadByEcs && change.IsMissingFor(reference));

    /// <summary>A rolling deployment could neither stop nor start a task. A daemon runs at most one task an instance.</summary>
    public bool CannotMove =>
        IsDaemon ? Settings is { Strategy: TrafficShift.Rolling, MinimumHealthyPercent: >= 100, MaximumPercent: <= 100 }
            : !Settings.CanMove(DesiredCount);

    /// <summary>CodeDeploy replaces the tasks from before a moment: its task set becomes the primary only when traffic moves.</summary>
    public bool IsReplacedByCodeDeploy(DateTimeOffset moment) => Controller is ControllerKind.CodeDeploy && Current?.CreatedAt >= moment;

    /// <summary>When the deployment began that replaces the tasks from before a moment; that moment where none is known.</summary>
    public DateTimeOffset BegunSince(DateTimeOffset moment) =>
        Primary is { } primary && primary.CreatedAt > moment ? primary.CreatedAt
        : Current is { } current && current.CreatedAt > moment ? current.CreatedAt : moment;

    /// <summary>The newest deployment that began since a moment, as far as the history was read.</summary>
    public PastDeployment? NewestSince(DateTimeOffset moment) => History?.FirstOrDefault(past => past.CreatedAt >= moment);

    /// <summary>How many deployments, or tasks in the place of stopped ones, that began since a moment failed. Deployments that a newer
    /// one or a person ended did not.</summary>
    public int FailuresSince(DateTimeOffset moment) =>
        (History?.Count(past => past.CreatedAt >= moment && past.HasFailed) ?? 0) + FailedTasks.Count(at => at >= moment);
}
