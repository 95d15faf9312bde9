namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>A secret's value is not what it must be: not JSON, without a host, with an invalid port, of another engine.</summary>
internal sealed class SecretMalformedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
