namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server refuses hashed passwords, because a module of it checks passwords (credcheck and others).</summary>
internal sealed class PlainPasswordDemandedException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);
