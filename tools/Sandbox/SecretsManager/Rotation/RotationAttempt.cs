namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>One run through a rotation's steps, up to the first that failed.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Steps">The steps that were run.</param>
/// <param name="Error">Why it failed, as Secrets Manager words it in its events; <see langword="null"/> for success.</param>
public sealed record RotationAttempt(int Number, IReadOnlyList<RotationStep> Steps, string? Error);
