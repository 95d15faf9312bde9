namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The pending secret points somewhere else than the current one: another host, port, database or user. No connection was
/// made.</summary>
internal sealed class SecretMismatchException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
