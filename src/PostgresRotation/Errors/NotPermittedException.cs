namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The session's user may not do what the rotation needs (SQLSTATE 42501, or found out beforehand). The remedy holds the
/// statement that an administrator has to run, where there is one.</summary>
internal sealed class NotPermittedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
