namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Reads the two versions that a rotation is about.</summary>
internal static class RotationVersions
{
    /// <summary>A read may miss for a moment what was just written.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];

    /// <summary>The version in use.</summary>
    /// <exception cref="RotationNotReadyException">The secret has no value yet.</exception>
    public static async Task<KnownCredential> CurrentAsync(Rotation rotation, CancellationToken cancellationToken) =>
        await rotation.Secret.ReadLabelAsync(StagingLabel.Current, cancellationToken) is { } value
            ? rotation.Read(value, StagingLabel.Current)
            : throw new RotationNotReadyException(
                $"The secret {rotation.Secret.SecretId} has no AWSCURRENT version.",
                "Store the credential that the database has now with PutSecretValue, and rotate.");

    /// <summary>The version that the rotation makes. Its own labels are guard enough; the secret is described only when they are
    /// wrong.</summary>
    /// <returns>Null when it is AWSCURRENT already, so that nothing is left to do.</returns>
    /// <exception cref="RotationNotReadyException">It has no value yet, or is not pending.</exception>
    public static async Task<KnownCredential?> PendingAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        var value = await rotation.Secret.ReadVersionAsync(rotation.VersionId, cancellationToken);
        if (value is null || value.Has(StagingLabel.Current) || !value.Has(StagingLabel.Pending))
        {
            if (await RotationGuard.ReadAsync(rotation, cancellationToken) is null)
            {
                return null;
            }

            value ??= await ReadAgainAsync(rotation, cancellationToken);
        }

        return rotation.Read(value, StagingLabel.Pending);
    }

    private static async Task<SecretValue> ReadAgainAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        foreach (var pause in Pauses)
        {
            if (await rotation.Budget.TryPauseAsync(pause, cancellationToken)
                && await rotation.Secret.ReadVersionAsync(rotation.VersionId, cancellationToken) is { } value)
            {
                return value;
            }
        }

        throw new RotationNotReadyException(
            $"The AWSPENDING version {rotation.VersionId} of the secret {rotation.Secret.SecretId} has no value, because createSecret did "
                + $"not get that far.",
            "Let Secrets Manager repeat the rotation, or start it with RotateSecret; it begins with createSecret.");
    }
}
