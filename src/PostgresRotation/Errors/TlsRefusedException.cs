namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>No trustworthy TLS: the server has none, or its certificate is for another name, of an unknown root, or out of its validity.
/// The message names the certificate, the name that was expected and the roots it was validated against. Nothing was sent to the
/// server.</summary>
internal sealed class TlsRefusedException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
