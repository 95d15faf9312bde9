namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>What came of an attempt that failed.</summary>
/// <param name="Error">The error in the operator's words.</param>
/// <param name="MayPass">Whether trying again soon may help.</param>
internal sealed record Fault(FunctionException Error, bool MayPass);
