namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>What decides about a service's freshness with regard to one change. The rows of <see cref="FreshnessTable"/> ask for nothing
/// else.</summary>
internal sealed class FreshnessFacts
{
    /// <summary>Attempts to start a task after which a deployment without a running task counts as failed. The circuit breaker's smallest
    /// threshold.</summary>
    private const int HopelessAttempts = 3;

    private readonly ServiceSnapshot _service;
    private readonly Change _change;
    private readonly List<Part> _running;

    public FreshnessFacts(ServiceSnapshot service, Change change, IReadOnlyList<SecretReference> references)
    {
        (_service, _change, References) = (service, change, references);
        var parts = service.Units.Select(unit => Part.Of(service, unit, change)).OfType<Part>().ToList();
        ReadsMovedLabel = parts.Count > 0;
        ChangedAt = ReadsMovedLabel ? parts.Max(part => part.Time.Known) : DateTimeOffset.MinValue;
        _running = [.. parts.Where(part => part.HasTasks)];
    }

    /// <summary>The service's references to the secret.</summary>
    public IReadOnlyList<SecretReference> References { get; }

    /// <summary>When the value changed that the service reads.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>A task reads, when it starts, a label that moved.</summary>
    public bool ReadsMovedLabel { get; }

    /// <summary>Only a document that the service reads names the secret.</summary>
    public bool IsIndirect => References.Any(r => r.IsIndirect && r.VersionId is null && _change.TimeFor(r) is not null);

    /// <summary>A reference names a version that is not the current one.</summary>
    public bool IsPinned => References.Any(r => r.IsReadAtTaskStart && r.VersionId is { } version && version != _change.CurrentVersion);

    /// <summary>Amazon ECS alone reads the secret, when it pulls an image.</summary>
    public bool IsOnlyAtImagePull =>
        References.Any(r => r.Place is ReferencePlace.RepositoryCredentials) && !References.Any(r => r.IsReadAtTaskStart);

    /// <summary>A task that reads the secret runs or is about to.</summary>
    public bool RunsTasks => _running.Count > 0;

    /// <summary>
    /// The service should run tasks, and a deployment would start them: one that failed for the value before starts none any more, or
    /// minutes later.
    /// </summary>
    public bool ShouldRun => (_service.IsDaemon || _service.DesiredCount > 0) && _service.Tags.Mode is not RedeployMode.StopTasks;

    /// <summary>A task may hold the value before the change.</summary>
    public bool HasStaleTask => _running.Exists(part => part.IsOlderThan(part.Time.Known));

    /// <summary>A task is older than the last modification of the secret, in any part.</summary>
    public bool HasUnverifiedTask => _running.Exists(part => part.IsOlderThan(part.Time.Possible));

    /// <summary>The primary deployment began after the change: its tasks read the new value.</summary>
    public bool IsDeployedSinceChange => _service.Primary is { } primary && primary.CreatedAt >= ChangedAt && !IsRolledBack;

    /// <summary>The newest deployment since the change was rolled back, or is being: the primary is an older one, of any age. While the
    /// primary is in progress it counts as the newest: Amazon ECS lists a deployment some time after it began.</summary>
    public bool IsRolledBack =>
        _service.Primary is not { Rollout: RolloutState.InProgress }
            && _service.NewestSince(ChangedAt) is { State: PastDeploymentState.RolledBack or PastDeploymentState.RollingBack };

    /// <summary>No task of the primary is stale: what is stale besides it is on its way out, also where its own deployment is not listed
    /// any more (early success with a deferred clean-up).</summary>
    public bool IsBeingReplaced => _service.Primary is { } primary && !IsRolledBack && (_service.IsReplacedByCodeDeploy(ChangedAt)
        || !_running.Exists(part => part.Unit == primary && (primary.CreatedAt >= part.Time.Known
            ? part.Tasks?.Any(task => task.StartedBy == primary.Id && task.CreatedAt < part.Time.Known) is true
            : part.IsOlderThan(part.Time.Known))));

    /// <summary>The primary deployment has failed, or starts no task in several attempts.</summary>
    public bool Fails => _service.Primary is { } primary && IsFailing(primary);

    /// <summary>An operator resumed the rollout after that deployment began.</summary>
    public bool IsResumed => _service.Primary?.CreatedAt < _change.ResumedAt;

    /// <summary>The secret has its first value.</summary>
    public bool IsFirstValue => _change.IsFirstValue;

    /// <summary>The tasks that hold an old value.</summary>
    public IReadOnlyList<string> StaleTasks => [.. _running.SelectMany(part => part.TasksOlderThan(part.Time.Known))];

    /// <summary>Tasks are the only evidence once something happened to a deployment since the change: after a rollback or an early success
    /// old tasks live on under a young or completed deployment, and an old deployment may have started new tasks. Only while a deployment
    /// in progress replaces old tasks nothing more is to be learned from them.</summary>
    public bool NeedsTasks =>
        _service.Tasks is null
            && _running.Exists(part => part.Unit.UpdatedAt >= part.Time.Known || part.Unit.Rollout is RolloutState.InProgress)
        && !(HasStaleTask && IsBeingReplaced && _service.Primary is { Rollout: RolloutState.InProgress });

    /// <summary>A deployment that has failed, or that had several failed tasks and runs none.</summary>
    public static bool IsFailing(ServiceUnit unit) =>
        unit.Rollout is RolloutState.Failed || (unit.FailedTaskCount >= HopelessAttempts && unit.RunningCount == 0);

    /// <summary>A unit whose tasks read the secret, and its tasks once they were read.</summary>
    private sealed record Part(ServiceUnit Unit, ChangeTime Time, IReadOnlyList<TaskSnapshot>? Tasks)
    {
        public bool HasTasks => Unit.TaskCount > 0 || Tasks is { Count: > 0 };

        public static Part? Of(ServiceSnapshot service, ServiceUnit unit, Change change)
        {
            ChangeTime? time = null;
            foreach (var reference in unit.References.Concat(service.Tags.Secrets))
            {
                if (reference is { IsReadAtTaskStart: true, VersionId: null } && change.IsReadBy(reference)
                    && change.TimeFor(reference) is { } at)
                {
                    time = time?.Or(at) ?? at;
                }
            }

            return time is null ? null
                : new Part(
                    unit, time.Value, service.Tasks is null ? null : [.. service.Tasks.Where(task => OwnerOf(service, task) == unit)]);
        }

        /// <summary>A unit is judged by its own age until its tasks were read, and when it reports tasks of which none was
        /// listed.</summary>
        public bool IsOlderThan(DateTimeOffset moment) =>
            Tasks is { Count: > 0 } ? Tasks.Any(task => task.CreatedAt < moment) : Unit.CreatedAt < moment;

        public IEnumerable<string> TasksOlderThan(DateTimeOffset moment) =>
            Tasks is null ? [] : Tasks.Where(task => task.CreatedAt < moment).Select(task => task.Arn);

        /// <summary>A task whose starter is no longer listed is counted where its revision runs, else with the primary.</summary>
        private static ServiceUnit? OwnerOf(ServiceSnapshot service, TaskSnapshot task) =>
            service.Units.FirstOrDefault(unit => unit.Id == task.StartedBy)
            ?? service.Units.FirstOrDefault(unit => unit.TaskDefinition == task.TaskDefinition)
            ?? service.Primary;
    }
}
