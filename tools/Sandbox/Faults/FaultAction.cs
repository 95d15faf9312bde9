namespace RotationLambdas.Sandbox.Faults;

/// <summary>What a <see cref="FaultRule"/> does to a call.</summary>
public enum FaultAction
{
    /// <summary>The connection is reset; the call is not executed.</summary>
    DropBefore,

    /// <summary>The call is executed and the connection is reset: the caller cannot know.</summary>
    LoseReply,

    /// <summary>ThrottlingException, status 400; the call is not executed.</summary>
    Throttle,

    /// <summary>InternalServiceError, status 500; the call is not executed.</summary>
    InternalError,

    /// <summary>The calling function's process is killed (SIGKILL) and the call is not executed. For a caller that is no function: as <see cref="DropBefore"/>.</summary>
    KillCallerBefore,

    /// <summary>The call is executed and the calling function's process is killed (SIGKILL). For a caller that is no function: as <see cref="LoseReply"/>.</summary>
    KillCallerAfter,
}
