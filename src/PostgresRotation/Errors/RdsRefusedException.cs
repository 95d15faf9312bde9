namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>RDS does not give the server of a superuser's secret that it manages.</summary>
internal sealed class RdsRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
