namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The one decision about a service, however many secrets changed.</summary>
/// <param name="SecretStates">The service's freshness with regard to each changed secret that it refers to; never empty.</param>
/// <param name="Warnings">What an operator should know besides.</param>
internal sealed record ServicePlan(
    ServiceSnapshot Service, Decision Decision, Reason Reason, IReadOnlyList<SecretFreshness> SecretStates, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The ARNs of the tasks that hold an old value, once tasks were read.</summary>
    public IReadOnlyList<string> StaleTasks => [.. SecretStates.SelectMany(state => state.StaleTasks).Distinct()];

    /// <summary>Tasks have to be read before anything is done: they decide, or they are to be stopped.</summary>
    public bool NeedsTasks =>
        Service.Tasks is null && (Decision is Decision.StopTasks || SecretStates.Any(state => state.NeedsTasks));

    /// <summary>The history decides where something happened to the service since the change: the deployment that followed may have been
    /// rolled back. A deployment in progress needs none.</summary>
    public bool NeedsHistory => Service.History is null && Service.Controller switch
    {
        ControllerKind.Ecs => Service.Units.Any(unit => unit.UpdatedAt >= Unsettled)
            && (Decision is Decision.Redeploy or Decision.StopTasks or Decision.Later
                || (Reason is Reason.RollingOut && Service.Primary is not { Rollout: RolloutState.InProgress })),
        ControllerKind.CodeDeploy => Decision is Decision.Redeploy, // A failed task set leaves no trace in Amazon ECS.
        _ => false,
    };

    /// <summary>When the last of the secrets changed of which tasks still hold an old value.</summary>
    public DateTimeOffset Unsettled => SecretStates.Where(state => state.State is FreshnessState.Stale or FreshnessState.Rolling)
        .Select(state => state.ChangedAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Max();

    /// <summary>When the last of the secrets changed that have left the service stale; the beginning of time when it is not
    /// stale.</summary>
    public DateTimeOffset StaleSince => SecretStates.Where(state => state.State is FreshnessState.Stale)
        .Select(state => state.ChangedAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
}
