using RotationLambdas.PostgresRotation.Strategies;

namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>Makes the database accept the pending credential.</summary>
internal sealed class SetSecret(StrategyChoice strategies)
{
    /// <summary>Sets the password, unless the database has it already.</summary>
    /// <exception cref="FunctionException">The pending version is not what it should be, or the database does not take it.</exception>
    public async Task RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        if (await RotationGuard.ReadAsync(rotation, cancellationToken) is not { } versions)
        {
            return;
        }

        var pending = await RotationVersions.PendingAsync(rotation, cancellationToken);
        var current = await RotationVersions.CurrentAsync(rotation, cancellationToken);
        var strategy = strategies.For(current.Secret);
        PendingCheck.Refuse(pending, current, strategy.NextUser(current.Secret));
        await strategy.SetAsync(new CredentialChange(rotation.WithDatabaseTime(), versions, From: current, To: pending), cancellationToken);
    }
}
