using RotationLambdas.EcsRedeployment.References;

namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>
/// The one idea that rules the function: a service is fresh when every task it runs was created after the secret it refers to last changed.
/// Deployments tell most of it, since no task is older than its deployment; tasks are asked for only where a deployment is older than the
/// change and may yet have tasks younger than it.
/// </summary>
internal static class Freshness
{
    /// <summary>How a service stands towards a change; null when it holds no reference to it.</summary>
    public static SecretFreshness? Of(ServiceSnapshot service, Change change)
    {
        var references = service.References.Where(change.IsReadBy).ToList();
        if (references.Count == 0 || (change.IsGone && !references.Exists(reference => reference.IsReadByEcs)))
        {
            return null; // What a container does without a deleted secret that it reads itself is its own decision.
        }

        var parts = service.Units.Select(unit => Part.Of(service, unit, change)).Where(part => part.Time is not null).ToList();
        if (parts.Count == 0)
        {
            return Plain(change, WithoutLiveReference(references, change));
        }

        var changedAt = parts.Max(part => part.Time!.Value.Known);
        var running = parts.Where(part => part.Unit.TaskCount > 0).ToList();
        if (running.Count == 0)
        {
            var broken = service.Primary is { } p && (p.Rollout is RolloutState.Failed || (service.DesiredCount > 0 && p.FailedTaskCount > 0));
            return new(change, broken ? FreshnessState.Failed : FreshnessState.NoRunningTasks, changedAt, [], false);
        }

        var stale = running.Where(part => part.IsOlderThan(part.Time!.Value.Known)).ToList();
        if (stale.Count == 0)
        {
            var unproven = running.Exists(part => part.IsOlderThan(part.Time!.Value.Possible));
            return new(change, unproven ? FreshnessState.Unproven : FreshnessState.Fresh, changedAt, [], running.Exists(part => MayBeMixed(part, part.Time!.Value.Possible)));
        }

        // Stale tasks of any other unit than the primary are on their way out: that is what a deployment does.
        var state = stale.Exists(part => part.Unit.IsPrimary) || service.Primary is null ? FreshnessState.Stale
            : service.Primary.Rollout is RolloutState.Failed ? FreshnessState.Failed
            : FreshnessState.Rolling;
        return new(change, state, changedAt, [.. stale.SelectMany(part => part.TasksOlderThan(part.Time!.Value.Known))],
            state is FreshnessState.Stale && stale.Exists(part => MayBeMixed(part, part.Time!.Value.Known)));
    }

    /// <summary>A deployment that nothing happened to since the change has no younger tasks, and one that is younger has no older ones.</summary>
    private static bool MayBeMixed(Part part, DateTimeOffset moment) =>
        part.Tasks is null && part.IsOlderThan(moment) && (part.Unit.Rollout is RolloutState.InProgress || part.Unit.UpdatedAt >= moment);

    private static SecretFreshness Plain(Change change, FreshnessState state) => new(change, state, DateTimeOffset.MinValue, [], false);

    private static FreshnessState WithoutLiveReference(List<SecretReference> references, Change change) =>
        references.Exists(r => r.IsIndirect && r.VersionId is null && change.TimeFor(r) is not null) ? FreshnessState.Indirect
        : references.Exists(r => r.IsReadAtTaskStart && r.VersionId is not null) ? FreshnessState.Pinned
        : references.Exists(r => r.IsReadAtTaskStart) ? FreshnessState.OtherStage
        : references.Exists(r => r.Place is ReferencePlace.RepositoryCredentials) ? FreshnessState.OnlyAtImagePull
        : FreshnessState.OtherStage;

    /// <summary>A unit of the service in the light of one change.</summary>
    private sealed record Part(ServiceUnit Unit, ChangeTime? Time, IReadOnlyList<TaskSnapshot>? Tasks)
    {
        public static Part Of(ServiceSnapshot service, ServiceUnit unit, Change change)
        {
            ChangeTime? time = null;
            foreach (var reference in unit.References.Concat(service.Tags.Secrets))
            {
                if (reference is { IsReadAtTaskStart: true, VersionId: null } && change.IsReadBy(reference) && change.TimeFor(reference) is { } at)
                {
                    time = time?.Or(at) ?? at;
                }
            }

            return new Part(unit, time, service.Tasks is null ? null : [.. service.Tasks.Where(task => OwnerOf(service, task) == unit)]);
        }

        /// <summary>A unit that says it has tasks of which none was listed is judged by its own age: the careful way.</summary>
        public bool IsOlderThan(DateTimeOffset moment) =>
            Unit.CreatedAt < moment && (Tasks is null or { Count: 0 } || Tasks.Any(task => task.CreatedAt < moment));

        public IEnumerable<string> TasksOlderThan(DateTimeOffset moment) =>
            Tasks is null ? [] : Tasks.Where(task => task.CreatedAt < moment).Select(task => task.Arn);

        /// <summary>A task whose starter is no longer listed is counted where its revision runs, else with the primary: never nowhere.</summary>
        private static ServiceUnit? OwnerOf(ServiceSnapshot service, TaskSnapshot task) =>
            service.Units.FirstOrDefault(unit => unit.Id == task.StartedBy)
            ?? service.Units.FirstOrDefault(unit => unit.TaskDefinition == task.TaskDefinition)
            ?? service.Primary;
    }
}
