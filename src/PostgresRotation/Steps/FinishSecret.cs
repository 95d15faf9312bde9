namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Moves AWSCURRENT to the pending version while the database accepts it. AWSPENDING stays where it is: its removal would appear
/// to be a rotation that failed (user guide: "Lambda rotation functions"), and AWSPREVIOUS moves by itself.</summary>
internal sealed class FinishSecret(CredentialSearch search)
{
    /// <summary>Moves the label, unless it is there already.</summary>
    /// <returns>False when the version is AWSCURRENT already.</returns>
    /// <exception cref="RotationNotReadyException">
    /// setSecret has not taken effect, or AWSCURRENT was moved by somebody else meanwhile.
    /// </exception>
    public async Task<bool> RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        if (await RotationGuard.ReadAsync(rotation, cancellationToken) is not { } versions
            || await RotationVersions.PendingAsync(rotation, cancellationToken) is not { } pending)
        {
            return false;
        }

        await LogInAsync(rotation, pending, "so setSecret has not taken effect", cancellationToken);
        var moved = await rotation.Secret.MoveCurrentAsync(versions.Current, rotation.VersionId, cancellationToken)
            || (await rotation.Secret.DescribeAsync(cancellationToken)).Has(rotation.VersionId, StagingLabel.Current);
        if (!moved)
        {
            throw new RotationNotReadyException(
                $"AWSCURRENT of the secret {rotation.Secret.SecretId} was moved to another version while the rotation was finishing.",
                "Find out who wrote the secret meanwhile, and rotate.");
        }

        rotation.Log.CurrentMoved(versions.Current, rotation.VersionId);

        // A duplicate of testSecret that failed may have set the old password back between the login and the move.
        await LogInAsync(rotation, pending, "because it was changed while AWSCURRENT was moved", cancellationToken);
        return true;
    }

    private async Task LogInAsync(Rotation rotation, KnownCredential pending, string why, CancellationToken cancellationToken)
    {
        try
        {
            await using var login = await search.LogInAsync(rotation, pending, cancellationToken);
        }
        catch (LoginRefusedException)
        {
            throw new RotationNotReadyException(
                $"The database does not accept the AWSPENDING password of {pending.Secret.UserName}, {why}.",
                "Let Secrets Manager repeat the rotation, or start it with RotateSecret.");
        }
    }
}
