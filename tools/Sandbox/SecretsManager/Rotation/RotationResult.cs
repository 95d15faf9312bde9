namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

public enum RotationResult
{
    Succeeded,

    Failed,

    Abandoned,
}
