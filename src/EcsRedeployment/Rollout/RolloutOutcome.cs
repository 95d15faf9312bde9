namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>What came of carrying out a plan.</summary>
internal enum RolloutOutcome
{
    /// <summary>There was nothing to carry out, or nothing was to be (a dry run).</summary>
    NotTried,

    /// <summary>A deployment has begun, or the stale tasks are stopped.</summary>
    Done,

    /// <summary>Amazon ECS asks for patience: the message goes back to the queue.</summary>
    Later,

    /// <summary>The service was deleted or drained in the meantime.</summary>
    Gone,

    /// <summary>It did not work, and somebody has to know.</summary>
    Failed,
}
