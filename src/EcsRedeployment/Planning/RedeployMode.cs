namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>What a service's tag `rotation:redeploy` wants.</summary>
internal enum RedeployMode
{
    /// <summary>No tag, or `true`: a forced deployment.</summary>
    Deploy,

    /// <summary>`false`: leave the service alone.</summary>
    Never,

    /// <summary>`notify`: report, and leave it to somebody.</summary>
    Notify,

    /// <summary>`stop-tasks`: stop the old tasks one after another; the service starts new ones from the same deployment and the same
    /// image digests.</summary>
    StopTasks,

    /// <summary>A value that means nothing. Treated like `notify`: somebody wanted something else than the usual.</summary>
    Unknown,
}
