namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>How far a deployment has come, as Amazon ECS reports.</summary>
internal enum RolloutState
{
    /// <summary>Not reported: services behind a Classic Load Balancer, task sets.</summary>
    Unknown,

    /// <summary>Tasks are still being replaced.</summary>
    InProgress,

    /// <summary>All tasks are replaced and healthy.</summary>
    Completed,

    /// <summary>The circuit breaker or an alarm has given it up.</summary>
    Failed,
}
