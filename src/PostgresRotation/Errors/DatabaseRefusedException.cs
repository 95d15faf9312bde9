namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server understood and refused for a reason of its own: read-only, out of disk space, no such database, any error without a
/// class of its own here.</summary>
internal sealed class DatabaseRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
