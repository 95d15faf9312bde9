namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>A plan and what came of it.</summary>
/// <param name="Message">Why it did not work, and what to do; null otherwise.</param>
internal sealed record RolloutResult(ServicePlan Plan, RolloutOutcome Outcome, string? Message = null)
{
    public string? DeploymentId { get; init; }
}
