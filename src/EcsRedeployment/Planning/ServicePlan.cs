namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The one decision about a service, however many secrets changed.</summary>
/// <param name="Service">The service as it was found.</param>
/// <param name="Decision">What is done.</param>
/// <param name="Reason">Why.</param>
/// <param name="SecretStates">How the service stands towards each changed secret that it refers to; never empty.</param>
/// <param name="Warnings">What an operator should know besides.</param>
internal sealed record ServicePlan(
    ServiceSnapshot Service, Decision Decision, Reason Reason, IReadOnlyList<SecretFreshness> SecretStates, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The ARNs of the tasks that hold an old value, where the tasks were looked at.</summary>
    public IReadOnlyList<string> StaleTasks => [.. SecretStates.SelectMany(state => state.StaleTasks).Distinct()];

    /// <summary>Whether the tasks should be looked at before anything is done: either they tell more, or they are what is to be stopped.</summary>
    public bool NeedsTasks =>
        Service.Tasks is null && (Decision is Decision.StopTasks || SecretStates.Any(state => state.NeedsTasks));

    /// <summary>
    /// Whether anything has happened to the service since the changes: else none of its deployments can have failed since, and with thousands of services that
    /// wait for their turn, asking for the history of each would take the calls that their deployments need.
    /// </summary>
    public bool WasTouched => Service.Units.Count == 0 || Service.Units.Any(unit => unit.UpdatedAt >= StaleSince);

    /// <summary>When the last of the secrets changed that have left the service stale; the beginning of time when it is not stale.</summary>
    public DateTimeOffset StaleSince => SecretStates.Where(state => state.FreshnessState is FreshnessState.Stale)
        .Select(state => state.ChangedAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
}
