namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server has no database of that name (SQLSTATE 3D000).</summary>
internal sealed class DatabaseMissingException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);
