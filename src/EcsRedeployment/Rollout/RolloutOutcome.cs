namespace RotationLambdas.EcsRedeployment.Rollout;

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
