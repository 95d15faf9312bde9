namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>How a rotation ended.</summary>
public enum RotationResult
{
    /// <summary>Every step returned and AWSCURRENT is on the new version.</summary>
    Succeeded,

    /// <summary>The last attempt failed, or rotation was turned off after one did. AWSPENDING stays where it is.</summary>
    Failed,

    /// <summary>AWSPENDING was taken from the version meanwhile, by a new version or by hand, or the secret was deleted.</summary>
    Abandoned,
}
