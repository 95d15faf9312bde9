namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server was reached and does not accept this password: it is wrong, it has expired, or there is no such user. Another one
/// may work.</summary>
internal sealed class LoginRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy)
{
    /// <summary>True when the refused password was set just before, and the one before it has been restored.</summary>
    public bool IsUndone { get; init; }
}
