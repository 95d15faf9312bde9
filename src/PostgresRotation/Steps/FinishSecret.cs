using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Secrets;
using RotationLambdas.PostgresRotation.Strategies;

namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>
/// Moves AWSCURRENT to the pending version, once it is sure that the database accepts it. AWSPENDING stays where it is: its removal would
/// look like a rotation that failed (user guide: "Lambda rotation functions"), and AWSPREVIOUS moves by itself.
/// </summary>
internal sealed class FinishSecret(CredentialSearch search, ProvenVersions proven)
{
    /// <summary>Moves the label, unless it is there already.</summary>
    /// <exception cref="RotationNotReadyException">setSecret has not taken effect, or AWSCURRENT was moved by somebody else meanwhile.</exception>
    public async Task RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        if (await RotationGuard.ReadAsync(rotation, cancellationToken) is not { } versions)
        {
            return;
        }

        if (!proven.Holds(rotation))
        {
            await ProveAsync(rotation.WithDatabaseTime(), cancellationToken);
        }

        var moved = await rotation.Secret.MoveCurrentAsync(versions.Current, rotation.VersionId, cancellationToken)
            || (await rotation.Secret.DescribeAsync(cancellationToken)).Has(rotation.VersionId, StagingLabel.Current);
        if (!moved)
        {
            throw new RotationNotReadyException(
                $"AWSCURRENT of the secret {OutsideText.Of(rotation.Secret.SecretId)} was moved to another version while the rotation was finishing.",
                "See who wrote the secret meanwhile, and rotate again; the database has the AWSPENDING password.");
        }

        proven.Forget(rotation);
        rotation.Log.CurrentMoved(versions.Current, rotation.VersionId);
    }

    private async Task ProveAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        var pending = await RotationVersions.PendingAsync(rotation, cancellationToken);
        try
        {
            await using var login = await search.LogInAsync(rotation, pending, cancellationToken);
        }
        catch (LoginRefusedException)
        {
            throw new RotationNotReadyException(
                $"The database does not accept the AWSPENDING password of {OutsideText.Of(pending.Secret.UserName)}, so setSecret has not taken effect.",
                "Let Secrets Manager repeat the rotation, or start it with RotateSecret; AWSCURRENT was left as it is.");
        }
    }
}
