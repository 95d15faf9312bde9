namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The freshness of a service with regard to one changed secret.</summary>
/// <param name="ChangedAt">When the value changed that the service reads.</param>
/// <param name="StaleTasks">The ARNs of the tasks that hold an old value; empty until tasks were read.</param>
/// <param name="NeedsTasks">Whether the tasks have to be read to be sure.</param>
internal sealed record SecretFreshness(
    Change Change, FreshnessState State, DateTimeOffset ChangedAt, IReadOnlyList<string> StaleTasks, bool NeedsTasks)
{
    /// <summary>Since when failed deployments count against this change: since the change, or since an operator resumed the
    /// rollout.</summary>
    public DateTimeOffset FailuresCountSince => Change.ResumedAt > ChangedAt ? Change.ResumedAt : ChangedAt;

    /// <summary>The rollout takes longer than it should. It counts from its own beginning, and old tasks live through the bake time and
    /// the traffic shift that the service's owner planned.</summary>
    public bool IsOverdue(ServiceSnapshot service, DateTimeOffset now, TimeSpan overdueAfter) => State is FreshnessState.Rolling
        && now - service.BegunSince(ChangedAt) > overdueAfter + service.Settings.PlannedDuration;
}
