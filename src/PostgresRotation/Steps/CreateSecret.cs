using RotationLambdas.PostgresRotation.Passwords;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Strategies;

namespace RotationLambdas.PostgresRotation.Steps;

/// <summary>
/// Writes the new credential down before any database hears of it, so that no cut-off can lose it. A version's value never changes: when
/// two invocations write at once, the first one's password stands and the second finds that out from the refusal, without reading.
/// </summary>
internal sealed class CreateSecret(StrategyChoice strategies, PasswordGenerator passwords)
{
    /// <summary>Gives the pending version its value, unless it has one.</summary>
    /// <exception cref="FunctionException">There is nothing to rotate, or the secret cannot be used.</exception>
    public async Task RunAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        if (await RotationGuard.ReadAsync(rotation, cancellationToken) is null)
        {
            return;
        }

        var current = await RotationVersions.CurrentAsync(rotation, cancellationToken);
        Credential next = new(strategies.For(current.Secret).NextUser(current.Secret), passwords.Generate());
        if (await rotation.Secret.WritePendingAsync(rotation.VersionId, current.Secret.With(next), rotation.Event.RotationToken, cancellationToken))
        {
            rotation.Log.PendingWritten(rotation.VersionId, next.UserName);
        }
        else
        {
            rotation.Log.PendingKept(rotation.VersionId);
        }
    }
}
