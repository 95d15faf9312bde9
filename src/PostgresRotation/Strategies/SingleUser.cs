using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>
/// One user sets its own new password. When it may not (rds.restrict_password_commands), or when none of its passwords works, the
/// superuser does, if there is one.
/// </summary>
internal sealed class SingleUser(CredentialSearch search, Superuser superuser, RotationOptions options) : IRotationStrategy
{
    /// <inheritdoc/>
    public bool ReplacesCurrentPassword => true;

    /// <inheritdoc/>
    /// <remarks>The superuser is needed only when the user cannot help itself, so its secret is not read.</remarks>
    public Task CheckAsync(Rotation rotation, DatabaseSecret current, CancellationToken cancellationToken)
    {
        Superuser.RefuseItself(rotation, current.SuperuserSecretId);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public string NextUser(DatabaseSecret current) => current.UserName;

    /// <inheritdoc/>
    public LoginExpectations Expectations(DatabaseSecret pending) =>
        new(pending.UserName, ReadOnlyExpected: options.ReadOnlyExpected, TestQuery: options.TestQuery);

    /// <inheritdoc/>
    /// <remarks>
    /// The old credential is tried first: in all but repeated invocations it is the one that works, and a refused login is noise in the
    /// server's log, and a strike where logins are counted.
    /// </remarks>
    public Task SetAsync(CredentialChange change, CancellationToken cancellationToken) =>
        Reconnecting.RunAsync(change.Rotation, () => SetOnceAsync(change, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> RollBackAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        try
        {
            await using var login = await search.LogInAsync(change.Rotation, change.To, cancellationToken);
            return false;
        }
        catch (LoginRefusedException)
        {
            await using var login = await search.LogInAsync(change.Rotation, change.From, cancellationToken);
            await SetAsync(change, login.Session, by: change.To.Secret.UserName, cancellationToken);
            return true;
        }
    }

    private async Task SetOnceAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        var userName = change.To.Secret.UserName;
        await using var login = await search.ClimbAsync(change, [userName], cancellationToken);
        if (login is null)
        {
            await SetBySuperuserAsync(change, proof: null, "none of the secret's passwords works", cancellationToken);
        }
        else if (login.Credential.Secret.Password == change.To.Secret.Password)
        {
            change.Rotation.Log.PasswordAlreadySet(userName, change.To.VersionId);
        }
        else
        {
            try
            {
                await SetAsync(change, login.Session, by: userName, cancellationToken);
            }
            catch (NotPermittedException) when (superuser.Serves(change.To.Secret))
            {
                await SetBySuperuserAsync(change, login.Session, "it may not do so itself", cancellationToken);
            }
        }
    }

    private async Task SetBySuperuserAsync(CredentialChange change, IDatabaseSession? proof, string reason, CancellationToken cancellationToken)
    {
        var to = change.To.Secret;
        if (!superuser.Serves(to))
        {
            throw new LoginRefusedException(
                $"The database at {to.Host}:{to.Port} accepts none of the passwords that the secret has or had for {OutsideText.Of(to.UserName)}.",
                $"Set the password of {OutsideText.Of(to.UserName)} in the database to the one in the AWSCURRENT version (ALTER ROLE), or name a superuser's secret in SUPERUSER_SECRET_ARN, and rotate again.");
        }

        await using var session = await superuser.LogInAsync(change, proof, cancellationToken);
        change.Rotation.Log.SuperuserHelps(session.UserName, to.UserName, reason);
        if (proof is null)
        {
            await Superuser.RefusePowerfulAsync(session.Session, to.UserName, cancellationToken);
        }

        await SetAsync(change, session.Session, session.UserName, cancellationToken);
    }

    private static async Task SetAsync(CredentialChange change, IDatabaseSession session, string by, CancellationToken cancellationToken)
    {
        var to = change.To.Secret;
        var kept = await session.SetPasswordAsync(to.UserName, to.Password, cancellationToken);
        change.Rotation.Log.PasswordSet(to.UserName, change.To.VersionId, by, kept);
    }
}
