namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>What goes wrong at an AWS call or a database message.</summary>
internal enum FaultKind
{
    /// <summary>The function is killed (SIGKILL) and the call or message does not arrive.</summary>
    KillBefore,

    /// <summary>The call or message takes effect and the function is killed (SIGKILL).</summary>
    KillAfter,

    /// <summary>The connection breaks and the call or message does not arrive.</summary>
    DropBefore,

    /// <summary>The call or message takes effect and the connection breaks: the reply is lost.</summary>
    DropAfter,

    /// <summary>AWS answers ThrottlingException. Of AWS calls only.</summary>
    Throttle,

    /// <summary>AWS answers with status 500. Of AWS calls only.</summary>
    InternalError,

    /// <summary>From here on every call or connection fails for twenty seconds.</summary>
    Outage,
}
