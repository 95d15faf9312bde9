using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Secrets;
using RotationLambdas.PostgresRotation.Strategies;

namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>
/// Proves that the pending credential works. The version's own labels are guard enough for a step that changes nothing, so the secret is
/// described only when something is wrong. It may be the first step ever: RotateSecret with RotateImmediately=false runs it alone, with
/// the value of AWSCURRENT.
/// </summary>
internal sealed class TestSecret(StrategyChoice strategies, CredentialSearch search, ProvenVersions proven)
{
    /// <summary>Logs in and looks around; when the credential is unusable, the database goes back to AWSCURRENT's before the error is reported.</summary>
    /// <exception cref="FunctionException">The credential does not work, or could not be tested.</exception>
    public async Task RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        var value = await rotation.Secret.ReadVersionAsync(rotation.VersionId, cancellationToken);
        if (value is null || value.Has(StagingLabel.Current) || !value.Has(StagingLabel.Pending))
        {
            if (await RotationGuard.ReadAsync(rotation, cancellationToken) is null)
            {
                return;
            }

            // A value may be read before its label shows; then the guard's word counts.
            if (value is null)
            {
                throw RotationVersions.NoValue(rotation);
            }
        }

        var pending = rotation.Read(value, StagingLabel.Pending);
        var strategy = strategies.For(pending.Secret);
        try
        {
            var limited = rotation.WithDatabaseTime();
            await Reconnecting.RunAsync(limited, () => TestAsync(limited, pending, strategy, cancellationToken), cancellationToken);
        }
        catch (FunctionException error) when (error is CredentialUnusableException or LoginRefusedException)
        {
            await RollBackAsync(rotation, pending, strategy, cancellationToken);
            throw;
        }
    }

    private async Task TestAsync(Rotation rotation, KnownCredential pending, IRotationStrategy strategy, CancellationToken cancellationToken)
    {
        await using var login = await search.LogInAsync(rotation, pending, cancellationToken);
        await login.Session.VerifyAsync(strategy.Expectations(pending.Secret), cancellationToken);
        rotation.Log.TestPassed(pending.Secret.UserName, pending.VersionId);
        proven.Remember(rotation);
    }

    /// <remarks>The test's own error is the one to report; that the way back failed too goes to the log.</remarks>
    private async Task RollBackAsync(Rotation rotation, KnownCredential pending, IRotationStrategy strategy, CancellationToken cancellationToken)
    {
        proven.Forget(rotation);
        try
        {
            if (await RotationGuard.ReadAsync(rotation, cancellationToken) is not { } versions)
            {
                return;
            }

            var current = await RotationVersions.CurrentAsync(rotation, cancellationToken);
            PendingCheck.Refuse(pending, current, strategy.NextUser(current.Secret));
            CredentialChange back = new(rotation.WithDatabaseTime(), versions, From: pending, To: current);
            if (await strategy.RollBackAsync(back, cancellationToken))
            {
                rotation.Log.RolledBack(current.Secret.UserName, current.VersionId);
            }
        }
        catch (FunctionException error)
        {
            rotation.Log.RollBackFailed(pending.Secret.UserName, error);
        }
    }
}
