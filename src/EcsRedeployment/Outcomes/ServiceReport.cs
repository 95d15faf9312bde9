using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Rollout;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>What is told of one service with regard to one changed secret.</summary>
/// <param name="Result">The plan and what came of it.</param>
/// <param name="FreshnessState">How the service stood before.</param>
/// <param name="State">How it stands now.</param>
internal sealed record ServiceReport(RolloutResult Result, SecretFreshness FreshnessState, ServiceState State)
{
    /// <summary>What Amazon ECS says about a rollout that failed, and its likely cause; null when there is none.</summary>
    public FailureCause? Cause { get; init; }

    /// <summary>Judges how a service stands after a rollout.</summary>
    public static ServiceState StateOf(RolloutResult result, SecretFreshness freshness, DateTimeOffset now, TimeSpan overdueAfter)
    {
        var state = freshness.FreshnessState switch
        {
            Planning.FreshnessState.Fresh => ServiceState.Fresh,
            Planning.FreshnessState.Unproven => ServiceState.Unproven,
            Planning.FreshnessState.Rolling => ServiceState.Rolling,
            Planning.FreshnessState.Failed => ServiceState.Failed,
            Planning.FreshnessState.Indirect => ServiceState.NeedsAttention,
            Planning.FreshnessState.Stale => OfStale(result, freshness),
            _ => ServiceState.NotConcerned,
        };
        if (result.Plan.Reason is Reason.NotActive)
        {
            return ServiceState.NotConcerned;
        }

        // What has only just been begun is late by its own measure at the next look.
        return state is ServiceState.Rolling && result.Outcome is not RolloutOutcome.Done && now - freshness.ChangedAt > overdueAfter
            ? ServiceState.Overdue : state;
    }

    private static ServiceState OfStale(RolloutResult result, SecretFreshness state) => (result.Plan.Decision, result.Outcome) switch
    {
        (_, RolloutOutcome.Failed) => ServiceState.Failed,
        (_, RolloutOutcome.Gone) => ServiceState.NotConcerned,
        (Decision.Skip, _) => ServiceState.NotConcerned,
        (Decision.Notify, _) => result.Plan.Reason is Reason.RolloutFailed ? ServiceState.Failed : ServiceState.NeedsAttention,
        // Looked at after a deployment has ended: it was rolled back.
        (_, RolloutOutcome.NotTried) when result.Plan.Service.FailedDeployments?.Any(at => at >= state.ChangedAt) is true => ServiceState.Failed,
        _ => ServiceState.Rolling,
    };
}
