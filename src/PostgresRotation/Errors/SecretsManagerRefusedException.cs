namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>Secrets Manager refused a call, or could not be reached, for longer than the step had time.</summary>
internal sealed class SecretsManagerRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
