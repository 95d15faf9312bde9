namespace RotationLambdas.Sandbox.Faults;

/// <summary>What a <see cref="FaultRule"/> does to a call.</summary>
public enum FaultAction
{
    DropBefore,

    LoseReply,

    Throttle,

    InternalError,

    KillCallerBefore,

    KillCallerAfter,
}
