namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server does not let the user in, with whichever password: NOLOGIN, or no line in pg_hba.conf (SQLSTATE 28000). No other
/// credential is tried.</summary>
internal sealed class LoginNotAllowedException(Sentence problem, Sentence remedy) : FunctionException(problem, remedy);
