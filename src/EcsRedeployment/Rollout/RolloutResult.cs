namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>A plan and what came of it.</summary>
/// <param name="Message">Why it did not work, and what to do; null otherwise.</param>
internal sealed record RolloutResult(ServicePlan Plan, RolloutOutcome Outcome, string? Message = null)
{
    public string? DeploymentId { get; init; }
}

/// <summary>The outcome of carrying out a plan.</summary>
internal enum RolloutOutcome
{
    /// <summary>There was nothing to carry out, or a dry run.</summary>
    NotTried,

    /// <summary>A deployment has begun, or the stale tasks are stopped.</summary>
    Done,

    /// <summary>Not yet: it is retried.</summary>
    Later,

    /// <summary>The service was deleted or drained in the meantime.</summary>
    Deleted,

    /// <summary>It did not work, and somebody has to act.</summary>
    Failed,
}
