namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>
/// The server was reached and does not let this user in with this password (SQLSTATE class 28): wrong password, no such user, expired,
/// no LOGIN, no entry in pg_hba.conf. Another credential may work.
/// </summary>
internal sealed class LoginRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
