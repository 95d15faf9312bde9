namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A service deployment from Amazon ECS's history.</summary>
internal sealed record PastDeployment(DateTimeOffset CreatedAt, PastDeploymentState State, EndCause Cause)
{
    /// <summary>It ended, or is ending, without success, and neither a newer deployment nor a person ended it.</summary>
    public bool HasFailed => State is not (PastDeploymentState.InProgress or PastDeploymentState.Succeeded)
        && Cause is not (EndCause.Superseded or EndCause.Person);

    /// <summary>A person ended it.</summary>
    public bool WasStoppedByPerson =>
        State is not (PastDeploymentState.InProgress or PastDeploymentState.Succeeded) && Cause is EndCause.Person;
}

/// <summary>How far a deployment of the history got.</summary>
internal enum PastDeploymentState
{
    /// <summary>Pending, in progress, being stopped, or a status that this version does not know.</summary>
    InProgress,

    /// <summary>It succeeded. With early success criteria old tasks may live on.</summary>
    Succeeded,

    /// <summary>It was stopped; the cause shows whether it failed or was superseded.</summary>
    Stopped,

    /// <summary>Its rollback is requested or in progress.</summary>
    RollingBack,

    /// <summary>It was rolled back, or its rollback failed.</summary>
    RolledBack,
}

/// <summary>Why a deployment did not succeed.</summary>
internal enum EndCause
{
    /// <summary>It succeeded or has not ended.</summary>
    None,

    /// <summary>The deployment circuit breaker.</summary>
    CircuitBreaker,

    /// <summary>A CloudWatch alarm of the service.</summary>
    Alarm,

    /// <summary>A lifecycle hook failed, or a pause hook timed out.</summary>
    Hook,

    /// <summary>A newer deployment replaced it. That is not a failure.</summary>
    Superseded,

    /// <summary>Amazon ECS rejected the service's configuration.</summary>
    Configuration,

    /// <summary>None of the above: a person called StopServiceDeployment.</summary>
    Person,
}
