namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>A step of a rotation has ended.</summary>
public sealed class RotationStepEventArgs(string secretArn, string versionId, int attempt, RotationStep step) : EventArgs
{
    /// <summary>The secret's ARN.</summary>
    public string SecretArn { get; } = secretArn;

    /// <summary>The version that the rotation makes.</summary>
    public string VersionId { get; } = versionId;

    /// <summary>The attempt, counted from 1.</summary>
    public int Attempt { get; } = attempt;

    /// <summary>The step and how it ended.</summary>
    public RotationStep Step { get; } = step;
}
