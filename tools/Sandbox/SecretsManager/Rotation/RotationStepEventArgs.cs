namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

public sealed class RotationStepEventArgs(string secretArn, string versionId, int attempt, RotationStep step) : EventArgs
{
    public string SecretArn { get; } = secretArn;

    public string VersionId { get; } = versionId;

    public int Attempt { get; } = attempt;

    public RotationStep Step { get; } = step;
}
