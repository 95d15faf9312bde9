namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server could not be talked to: unknown host, connection refused, silence, too many connections, still starting, or a
/// connection that broke. It means nothing for the credential. What may pass by itself was retried before this was thrown.</summary>
internal sealed class DatabaseUnreachableException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy)
{
    /// <summary>True when a session that had been open broke under a command: whether the command took effect is not known. While time is
    /// left, the caller logs in once more, finds out, and repeats what is missing.</summary>
    public bool ConnectionLost { get; init; }
}
