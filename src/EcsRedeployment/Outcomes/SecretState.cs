namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>The state of a changed secret. All but <see cref="Rolling"/> are final: nothing more is done for this change. The names are
/// part of the events.</summary>
internal enum SecretState
{
    /// <summary>Tasks are being replaced, or wait for their turn, or not every service could be read yet.</summary>
    Rolling,

    /// <summary>No task in the scanned clusters holds the old value.</summary>
    Fresh,

    /// <summary>Services wait for their maintenance windows.</summary>
    Deferred,

    /// <summary>Tasks hold the old value that the function does not replace: opted out, pinned, outside services, or for a person. Or they
    /// may: the function is not allowed to read all of them.</summary>
    Partial,

    /// <summary>A rollout has failed, or takes longer than it should.</summary>
    Failed,

    /// <summary>Rollouts of this change fail, so no more are begun.</summary>
    Halted,

    /// <summary>No running task reads the value.</summary>
    NoConsumers,

    /// <summary>The secret was modified after tasks were created, but nothing shows that its value changed.</summary>
    Unverified,
}
