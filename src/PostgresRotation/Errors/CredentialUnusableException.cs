namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The new credential logs in, or ought to, and is not usable: another user than expected, more powerful than before, or the test
/// query fails.</summary>
internal sealed class CredentialUnusableException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
