namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>The report of one service with regard to one changed secret.</summary>
/// <param name="Result">The plan and its outcome.</param>
/// <param name="Freshness">The service's freshness before.</param>
internal sealed record ServiceReport(RolloutResult Result, SecretFreshness Freshness, ServiceState State)
{
    /// <summary>What Amazon ECS reports about a rollout that failed, and its likely cause; null when absent.</summary>
    public FailureCause? Cause { get; init; }

    /// <summary>The more urgent, the greater.</summary>
    public static int Severity(ServiceState state) => state switch
    {
        ServiceState.NotConcerned => 0,
        ServiceState.Fresh => 1,
        ServiceState.Unverified => 2,
        ServiceState.Excluded => 3,
        ServiceState.Deferred => 4,
        ServiceState.Rolling => 5,
        ServiceState.NeedsAttention => 6,
        ServiceState.Overdue => 7,
        ServiceState.Failed => 8,
        ServiceState.Halted => 9,
        _ => throw new UnreachableException(),
    };

    public static ServiceState StateOf(RolloutResult result, SecretFreshness freshness, DateTimeOffset now, TimeSpan overdueAfter) =>
        result.Plan.Reason is Reason.NotActive || result.Outcome is RolloutOutcome.Deleted ? ServiceState.NotConcerned
        : freshness.State switch
        {
            FreshnessState.Fresh => ServiceState.Fresh,
            FreshnessState.Unverified => ServiceState.Unverified,
            FreshnessState.Rolling =>
                result.Outcome is not RolloutOutcome.Done && freshness.IsOverdue(result.Plan.Service, now, overdueAfter)
                ? ServiceState.Overdue : ServiceState.Rolling,
            FreshnessState.Failed => ServiceState.Failed,
            FreshnessState.Indirect => ServiceState.NeedsAttention,
            FreshnessState.Pinned => ServiceState.Excluded,
            FreshnessState.Stale => OfStale(result),
            FreshnessState.NoRunningTasks or FreshnessState.OtherStage or FreshnessState.OnlyAtImagePull => ServiceState.NotConcerned,
            _ => throw new UnreachableException(),
        };

    private static ServiceState OfStale(RolloutResult result) => (result.Plan.Reason, result.Plan.Decision, result.Outcome) switch
    {
        (_, _, RolloutOutcome.Failed) => ServiceState.Failed,
        (Reason.OptedOut or Reason.StoppedByOperator, _, _) => ServiceState.Excluded,
        (Reason.RolloutFailed, _, _) => ServiceState.Failed,
        (Reason.Halted, _, _) => ServiceState.Halted,
        (Reason.WindowClosed, _, _) => ServiceState.Deferred,
        (_, Decision.Notify, _) => ServiceState.NeedsAttention,
        _ => ServiceState.Rolling,
    };
}
