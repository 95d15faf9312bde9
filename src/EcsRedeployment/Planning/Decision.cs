namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>What is done about a service.</summary>
internal enum Decision
{
    /// <summary>Nothing.</summary>
    Skip,

    /// <summary>Somebody is told, loudly: it needs a hand.</summary>
    Notify,

    /// <summary>Nothing yet: the message goes back to the queue.</summary>
    Later,

    /// <summary>Its stale tasks are stopped, one after another.</summary>
    StopTasks,

    /// <summary>A forced deployment.</summary>
    Redeploy,
}
