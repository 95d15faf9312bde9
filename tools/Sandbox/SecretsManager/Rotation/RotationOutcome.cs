namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

public sealed record RotationOutcome(
    string SecretArn, string VersionId, bool IsTest, RotationResult Result, IReadOnlyList<RotationAttempt> Attempts);

public enum RotationResult
{
    Succeeded,
    Failed,
    Abandoned,
}

/// <summary>One run through a rotation's steps, up to the first that failed.</summary>
public sealed record RotationAttempt(int Number, IReadOnlyList<RotationStep> Steps, string? Error);

public sealed record RotationStep(string SecretArn, string Name, InvocationResult Invocation);
