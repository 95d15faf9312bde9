namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The server was reached, and its way of authenticating verifies nothing or gives the password away: it asks for no password
/// (<c>trust</c>), for the password in clear, for md5 without TLS, or it does not show that it knows the password itself. Nothing that
/// would help an eavesdropper was sent.</summary>
internal sealed class AuthenticationUnsafeException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
