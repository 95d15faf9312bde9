namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>How a service stands towards one changed secret after all was done that could be. The names are part of the events.</summary>
internal enum ServiceState
{
    /// <summary>It does not depend on the new value: pinned, another label, no tasks, opted out, only at image pull.</summary>
    NotConcerned,

    /// <summary>Every task was created after the change.</summary>
    Fresh,

    /// <summary>The secret was modified after tasks were created, but nothing shows that its value changed.</summary>
    Unproven,

    /// <summary>Tasks are being replaced, or will be as soon as Amazon ECS allows.</summary>
    Rolling,

    /// <summary>It needs a hand.</summary>
    NeedsAttention,

    /// <summary>Tasks hold the old value for longer than they should.</summary>
    Overdue,

    /// <summary>The rollout has failed, or could not be begun.</summary>
    Failed,
}
