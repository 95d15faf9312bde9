namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>The cause of a failed login.</summary>
/// <param name="IsTransient">Whether a retry soon may help.</param>
/// <param name="IsAnswer">Whether the server itself gave this reason.</param>
internal sealed record Fault(FunctionException Error, bool IsTransient, bool IsAnswer = false);
