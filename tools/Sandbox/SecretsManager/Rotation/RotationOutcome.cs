namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

public sealed record RotationOutcome
{
    public required string SecretArn { get; init; }

    public required string VersionId { get; init; }

    public bool IsTest { get; init; }

    public required RotationResult Result { get; init; }

    public required IReadOnlyList<RotationAttempt> Attempts { get; init; }
}
