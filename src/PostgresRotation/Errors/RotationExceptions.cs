namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server was reached, and its way of authenticating verifies nothing or gives the password away: it asks for no password
/// (<c>trust</c>), for the password in clear, for md5 without TLS, or it does not show that it knows the password itself. Nothing that
/// would help an eavesdropper was sent.</summary>
internal sealed class AuthenticationUnsafeException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>The new credential logs in, or ought to, and is not usable: another user than expected, more powerful than before, or the test
/// query fails.</summary>
internal sealed class CredentialUnusableException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>The server has no database of that name (SQLSTATE 3D000).</summary>
internal sealed class DatabaseMissingException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);

/// <summary>The server understood and refused for a reason of its own: read-only, out of disk space, no such database, any error without a
/// class of its own here.</summary>
internal sealed class DatabaseRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>The server could not be talked to: unknown host, connection refused, silence, too many connections, still starting, or a
/// connection that broke. It means nothing for the credential. What may pass by itself was retried before this was thrown.</summary>
internal sealed class DatabaseUnreachableException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy)
{
    /// <summary>True when a session that had been open broke under a command: whether the command took effect is not known. While time is
    /// left, the caller logs in once more, finds out, and repeats what is missing.</summary>
    public bool ConnectionLost { get; init; }
}

/// <summary>The server does not let the user in, with whichever password: NOLOGIN, or no line in pg_hba.conf (SQLSTATE 28000). No other
/// credential is tried.</summary>
internal sealed class LoginNotAllowedException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);

/// <summary>The server was reached and does not accept this password: it is wrong, it has expired, or there is no such user. Another one
/// may work.</summary>
internal sealed class LoginRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy)
{
    /// <summary>True when the refused password was set just before, and the one before it has been restored.</summary>
    public bool IsUndone { get; init; }
}

/// <summary>The session's user may not do what the rotation needs (SQLSTATE 42501, or found out beforehand). The remedy holds the
/// statement that an administrator has to run, where there is one.</summary>
internal sealed class NotPermittedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>The server refuses hashed passwords, because a module of it checks passwords (credcheck and others).</summary>
internal sealed class PlainPasswordDemandedException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);

/// <summary>RDS does not give the server of a superuser's secret that it manages.</summary>
internal sealed class RdsRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>A database role is not what the rotation needs it to be: missing, unrelated to its partner, more powerful than it, or with a
/// name too long.</summary>
internal sealed class RoleUnsuitableException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>The secret is not in the state that the step needs: rotation is off, the version is unknown or not pending, or an earlier step
/// has had no effect.</summary>
internal sealed class RotationNotReadyException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>A secret's value is not what it must be: not JSON, without a host, with an invalid port, of another engine.</summary>
internal sealed class SecretMalformedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>The pending secret points somewhere else than the current one: another host, port, database or user. No connection was
/// made.</summary>
internal sealed class SecretMismatchException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>Secrets Manager refused a call, or could not be reached, for longer than the step had time.</summary>
internal sealed class SecretsManagerRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>No trustworthy TLS: the server has none, or its certificate is for another name, of an unknown root, or out of its validity.
/// The message names the certificate, the name that was expected and the roots it was validated against. Nothing was sent to the
/// server.</summary>
internal sealed class TlsRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);

/// <summary>An error that has no type of its own here, or the end of the invocation's time. The original's message is text from outside,
/// so that only its type and place are kept.</summary>
internal sealed class UnexpectedErrorException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy)
{
    /// <summary>The error for what a step ended with.</summary>
    public static UnexpectedErrorException From(Exception error) => error is OperationCanceledException
        ? new("The step ran out of time.", "Give the function a longer time-out, 60 seconds for example; the rotation is retried.")
        : new(
            $"The step ended with {error.GetType().Name}, which this function does not expect, {Place(error)}.",
            "Report it with this line; the rotation is retried.");

    private static string Place(Exception error) => error.StackTrace?.Split('\n')[0].Trim() ?? "at an unknown place";
}
