namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Asks whether a step may do anything at all: rotation is on, and the token is the pending version's.</summary>
internal static class RotationGuard
{
    /// <summary>Reads the secret's versions.</summary>
    /// <returns>Null when the version is AWSCURRENT already, so that nothing is left to do.</returns>
    /// <exception cref="RotationNotReadyException">The step has no business with this secret.</exception>
    public static async Task<SecretVersions?> ReadAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        var versions = await rotation.Secret.DescribeAsync(cancellationToken);
        var secret = OutsideText.Of(rotation.Secret.SecretId);
        var version = OutsideText.Of(rotation.VersionId);

        // Null means that rotation was never configured; AWS's own functions let that pass, and so do tests by hand.
        if (versions.RotationEnabled == false)
        {
            throw new RotationNotReadyException(
                $"Rotation of the secret {secret} is not enabled.", "Turn it on with RotateSecret, which also starts a rotation.");
        }

        if (!versions.Knows(rotation.VersionId))
        {
            throw new RotationNotReadyException(
                $"The secret {secret} has no version {version} with a label.",
                "Start a rotation with RotateSecret, which makes the version and invokes this function for it.");
        }

        if (versions.Has(rotation.VersionId, StagingLabel.Current))
        {
            rotation.Log.AlreadyCurrent(rotation.VersionId);
            return null;
        }

        return versions.Has(rotation.VersionId, StagingLabel.Pending)
            ? versions
            : throw new RotationNotReadyException(
                $"The version {version} of the secret {secret} is not AWSPENDING.",
                "If another version is AWSPENDING, somebody wrote it by hand: remove that label (UpdateSecretVersionStage with "
                    + "RemoveFromVersionId) and rotate.");
    }
}
