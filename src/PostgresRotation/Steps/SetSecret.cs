namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Makes the database accept the pending credential.</summary>
internal sealed class SetSecret(StrategyChoice strategies)
{
    /// <summary>Sets the password, unless the database has it already.</summary>
    /// <returns>False when the version is AWSCURRENT already.</returns>
    /// <exception cref="FunctionException">The pending version is not what it should be, or the database does not take it.</exception>
    public async Task<bool> RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        if (await RotationVersions.PendingAsync(rotation, cancellationToken) is not { } pending)
        {
            return false;
        }

        var current = await RotationVersions.CurrentAsync(rotation, cancellationToken);
        var strategy = strategies.For(current.Secret);

        // A rotation that was switched off must not take the password of AWSCURRENT away; the other user of a pair is not in use.
        if (strategy.ReplacesCurrentPassword && await RotationGuard.ReadAsync(rotation, cancellationToken) is null)
        {
            return false;
        }

        PendingCheck.Refuse(pending, current, strategy.NextUser(current.Secret));
        if (pending.Created < current.Created)
        {
            throw new RotationNotReadyException(
                $"{pending.Secret.Origin} is older than the AWSCURRENT version {current.VersionId}, which somebody stored meanwhile.",
                "Remove the label AWSPENDING from that version (UpdateSecretVersionStage with RemoveFromVersionId) and rotate.");
        }

        await strategy.SetAsync(new CredentialChange(rotation, From: current, To: pending), cancellationToken);
        return true;
    }
}
