namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The state of a service with regard to one changed secret after everything possible was done. The names are part of the
/// events.</summary>
internal enum ServiceState
{
    /// <summary>It does not depend on the new value: another label, no tasks, only at image pull.</summary>
    NotConcerned,

    /// <summary>Every task was created after the change.</summary>
    Fresh,

    /// <summary>The secret was modified after tasks were created, but nothing shows that its value changed.</summary>
    Unverified,

    /// <summary>It holds the old value, and its owner or operator wants it so: opted out, pinned, stopped by a person.</summary>
    Excluded,

    /// <summary>It waits for its maintenance window.</summary>
    Deferred,

    /// <summary>Tasks are being replaced, or wait for their turn.</summary>
    Rolling,

    /// <summary>It needs a person.</summary>
    NeedsAttention,

    /// <summary>Tasks hold the old value for longer than they should.</summary>
    Overdue,

    /// <summary>The rollout has failed, or could not be begun.</summary>
    Failed,

    /// <summary>Rollouts of the same change fail, so that its own is not begun.</summary>
    Halted,
}
