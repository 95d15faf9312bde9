namespace RotationLambdas.PostgresRotation.Errors;

/// <summary>A database role is not what the rotation needs it to be: missing, unrelated to its partner, more powerful than it, or with a
/// name too long.</summary>
internal sealed class RoleUnsuitableException(Sentence problem, Sentence remedy)
    : FunctionException(problem, remedy);
