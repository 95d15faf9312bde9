namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>What decides about a service. The rows of <see cref="PlanTable"/> ask for nothing else.</summary>
internal sealed class PlanFacts(
    ServiceSnapshot service, IReadOnlyList<SecretFreshness> states, DateTimeOffset now, RedeploymentOptions options)
{
    /// <summary>"5 active deployments exist, unable to create new deployment."</summary>
    private const int MostDeployments = 5;

    private readonly IReadOnlyList<SecretFreshness> _stale = [.. states.Where(state => state.State is FreshnessState.Stale)];

    public ServiceSnapshot Service => service;

    /// <summary>The operator lets the function create deployments in AWS CodeDeploy.</summary>
    public bool DeploysWithCodeDeploy => options.DeployWithCodeDeploy;

    /// <summary>The service is draining or deleted.</summary>
    public bool IsInactive => service.Status != ServiceSnapshot.Active;

    /// <summary>No task of it holds an old value, or may.</summary>
    public bool IsSettled => states.All(state => state.State is FreshnessState.Fresh or FreshnessState.NoRunningTasks
        or FreshnessState.OtherStage or FreshnessState.OnlyAtImagePull);

    /// <summary>A task holds an old value, and no deployment replaces it.</summary>
    public bool IsStale => _stale.Count > 0;

    /// <summary>A secret that Amazon ECS reads for a new task is deleted or about to be, or lacks the label: one is enough to keep the task
    /// from starting.</summary>
    public bool IsSecretMissing => states.Any(state => service.IsKeptFromStartingBy(state.Change));

    /// <summary>The primary's revision is deregistered.</summary>
    public bool IsDeregistered => service.Primary?.IsDeregistered is true;

    /// <summary>A deployment from before the change, or before an operator resumed, goes on. One that fails and runs the revision of the
    /// tasks that it replaces brings nobody's release, and gives way.</summary>
    public bool IsForeignInProgress => service.Primary is { } primary && primary.CreatedAt < FailuresCountSince && !GivesWay(primary)
        && (primary.Rollout is RolloutState.InProgress
            || (primary.Rollout is RolloutState.Unknown && service.Settings.Strategy is not TrafficShift.Rolling
                && service.Units.Any(unit => unit != primary && unit.TaskCount > 0)) // It may pause before its own tasks start.
            || service.Current?.CreatedAt < FailuresCountSince);

    /// <summary>A release from before the change has failed and was not rolled back: a deployment would repeat it, at the cost of tasks
    /// that run another revision. A failed deployment starts no task in the place of a stopped one either.</summary>
    public bool IsForeignFailed => service.Primary is { Rollout: RolloutState.Failed } primary && primary.CreatedAt < FailuresCountSince
        && service.Units.Any(unit => unit.TaskCount > 0
            && (unit.TaskDefinition != primary.TaskDefinition || service.Tags.Mode is RedeployMode.StopTasks));

    /// <summary>A deployment from before the change has had its planned time, as much more as a rollout may take, and either fails or
    /// stands still.</summary>
    public bool IsForeignOverdue => IsForeignInProgress && service.Primary is { } primary
        && now - (service.Current?.CreatedAt ?? primary.CreatedAt) > service.Settings.PlannedDuration + options.OverdueAfter
        && (FreshnessFacts.IsFailing(primary) || now - primary.UpdatedAt > options.OverdueAfter);

    /// <summary>A deployment is being rolled back. The one that returns may look new: then a task of its own is older than it is.</summary>
    public bool IsRollingBack => service.History is [{ State: PastDeploymentState.RollingBack }, ..]
        || (service.Primary is { Rollout: RolloutState.InProgress } primary
            && service.Tasks?.Any(task => task.StartedBy == primary.Id && task.CreatedAt < primary.CreatedAt) is true);

    /// <summary>A person stopped the newest deployment since the change, and nobody resumed since.</summary>
    public bool WasStoppedByPerson =>
        service.NewestSince(StaleSince) is { WasStoppedByPerson: true } newest && newest.CreatedAt >= FailuresCountSince;

    /// <summary>As many deployments failed since the change as are allowed.</summary>
    public bool HasNoAttemptLeft => service.FailuresSince(FailuresCountSince) >= options.RolloutAttempts;

    /// <summary>Amazon ECS accepts no more deployments.</summary>
    public bool HasTooManyDeployments => service.Units.Count >= MostDeployments;

    /// <summary>The window is closed, and the secret does not open it.</summary>
    public bool IsWindowClosed => service.Tags.Window is { } window && !window.IsOpen(now)
        && !(options.FastIgnoresWindows && _stale.Any(state => (state.Change.RolloutPace ?? options.RolloutPace) is RolloutPace.Fast));

    /// <summary>The service was deployed a short while ago; the interval grows with each deployment.</summary>
    public bool IsTooSoon => RestartInterval.EndOf(service, options.MinimumInterval, now) is { } end && end > now;

    private DateTimeOffset StaleSince => _stale.Max(state => state.ChangedAt);

    private DateTimeOffset FailuresCountSince => _stale.Max(state => state.FailuresCountSince);

    /// <summary>The state occurs with regard to one of the secrets.</summary>
    public bool Has(FreshnessState state) => states.Any(one => one.State == state);

    private bool GivesWay(ServiceUnit primary) => FreshnessFacts.IsFailing(primary)
        && service.Units.All(unit => unit.TaskDefinition == primary.TaskDefinition);
}
