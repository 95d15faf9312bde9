namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The decision about a service.</summary>
internal enum Decision
{
    /// <summary>Nothing.</summary>
    Skip,

    /// <summary>It is reported: somebody has to act.</summary>
    Notify,

    /// <summary>Nothing yet.</summary>
    Later,

    /// <summary>Its stale tasks are stopped, one after another.</summary>
    StopTasks,

    /// <summary>A forced deployment.</summary>
    Redeploy,
}
