using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Reads the two versions that a rotation is about.</summary>
internal static class RotationVersions
{
    /// <summary>The version in use.</summary>
    /// <exception cref="RotationNotReadyException">The secret has no value yet.</exception>
    public static async Task<KnownCredential> CurrentAsync(Rotation rotation, CancellationToken cancellationToken) =>
        await rotation.Secret.ReadLabelAsync(StagingLabel.Current, cancellationToken) is { } value
            ? rotation.Read(value, StagingLabel.Current)
            : throw new RotationNotReadyException(
                $"The secret {OutsideText.Of(rotation.Secret.SecretId)} has no AWSCURRENT version.",
                "Store the credential that the database has now with PutSecretValue, and rotate again.");

    /// <summary>The version that the rotation is making.</summary>
    /// <exception cref="RotationNotReadyException">It has no value yet.</exception>
    public static async Task<KnownCredential> PendingAsync(Rotation rotation, CancellationToken cancellationToken) =>
        await rotation.Secret.ReadVersionAsync(rotation.VersionId, cancellationToken) is { } value
            ? rotation.Read(value, StagingLabel.Pending)
            : throw NoValue(rotation);

    /// <summary>The error for a pending version without a value.</summary>
    public static RotationNotReadyException NoValue(Rotation rotation) => new(
        $"The AWSPENDING version {OutsideText.Of(rotation.VersionId)} of the secret {OutsideText.Of(rotation.Secret.SecretId)} has no value, because createSecret did not get that far.",
        "Let Secrets Manager repeat the rotation, or start it with RotateSecret; it begins with createSecret.");
}
