namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>The secret is not in the state that the step needs: rotation is off, the version is unknown or not pending, or an earlier step
/// has had no effect.</summary>
internal sealed class RotationNotReadyException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
