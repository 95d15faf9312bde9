namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>How a rotation ended.</summary>
public enum RotationResult
{
    Succeeded,

    Failed,

    Abandoned,
}
