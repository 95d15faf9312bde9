namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>A rotation from its start to its end, retries included.</summary>
public sealed record RotationOutcome
{
    /// <summary>The secret's ARN.</summary>
    public required string SecretArn { get; init; }

    /// <summary>The secret's name.</summary>
    public required string SecretName { get; init; }

    /// <summary>The version that the rotation made: its ClientRequestToken.</summary>
    public required string VersionId { get; init; }

    /// <summary>Whether only testSecret was run (RotateImmediately=false).</summary>
    public bool IsTest { get; init; }

    /// <summary>How it ended.</summary>
    public required RotationResult Result { get; init; }

    /// <summary>The attempts, at least one.</summary>
    public required IReadOnlyList<RotationAttempt> Attempts { get; init; }
}
