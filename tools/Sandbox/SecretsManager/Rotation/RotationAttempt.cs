namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>One run through a rotation's steps, up to the first that failed.</summary>
public sealed record RotationAttempt(int Number, IReadOnlyList<RotationStep> Steps, string? Error);
