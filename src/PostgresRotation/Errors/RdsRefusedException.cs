namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>RDS does not say where the server of a superuser's secret is that RDS manages.</summary>
internal sealed class RdsRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
