namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>One user sets its own new password. Where it may not (rds.restrict_password_commands, a reader as host), or none of its
/// passwords works, the superuser does, if there is one and the secret is entitled to the user.</summary>
internal sealed class SingleUser(CredentialSearch search, Superuser superuser, SuperuserChange superuserChange, RotationOptions options)
    : IRotationStrategy
{
    public bool ReplacesCurrentPassword => true;

    /// <remarks>The superuser is needed only when the user cannot help itself, so its secret is not read.</remarks>
    public Task CheckAsync(Rotation rotation, DatabaseSecret current, CancellationToken cancellationToken)
    {
        Superuser.RefuseItself(rotation, current.SuperuserSecretId);
        return Task.CompletedTask;
    }

    public string NextUser(DatabaseSecret current) => current.UserName;

    public LoginExpectations Expectations(DatabaseSecret pending) =>
        new(pending.UserName, ReadOnlyExpected: options.ReadOnlyExpected, TestQuery: options.TestQuery);

    /// <remarks>
    /// The old credential is tried first: in all but repeated invocations it is the one that works, and a refused login is noise in the
    /// server's log, and counts where logins are limited.
    /// </remarks>
    public Task SetAsync(CredentialChange change, CancellationToken cancellationToken) =>
        Reconnecting.RunAsync(change.Rotation, () => SetOnceAsync(change, withOlder: true, cancellationToken), cancellationToken);

    public async Task<bool> RollBackAsync(CredentialChange change, CancellationToken cancellationToken)
    {
        var changed = false;
        await Reconnecting.RunAsync(
            change.Rotation, async () =>
                changed = await SetOnceAsync(change, withOlder: false, cancellationToken) || changed, cancellationToken);
        return changed;
    }

    private async Task<bool> SetOnceAsync(CredentialChange change, bool withOlder, CancellationToken cancellationToken)
    {
        var to = change.To.Secret;
        if (options.Trust.ReaderHosts.Contains(change.Rotation.Secret.SecretId) && superuser.Serves(change.Rotation, to))
        {
            return await SetBySuperuserAsync(change, null, "the secret's host is a reader", withOlder, cancellationToken);
        }

        var history = new CredentialHistory(change, [to.UserName], withOlder);
        await using var login = await search.FindAsync(history.ReadAsync(cancellationToken), change.Rotation, null, cancellationToken);
        if (login is null)
        {
            return await SetBySuperuserAsync(change, null, "the secret's host accepts none of its passwords", withOlder, cancellationToken);
        }

        if (login.Credential.Secret.Password == to.Password)
        {
            if (!withOlder && await login.Session.IsPooledAsync(cancellationToken))
            {
                return await SetBehindPoolerAsync(change, login, cancellationToken);
            }

            change.Rotation.Log.PasswordAlreadySet(to.UserName, change.To.VersionId);
            return false;
        }

        try
        {
            var isPooled = withOlder && await login.Session.IsPooledAsync(cancellationToken);
            NewPassword password = new(to.Password, options.Trust.PlainTextPasswords.Contains(change.Rotation.Secret.SecretId));
            var kept = await login.Session.SetPasswordAsync(password, cancellationToken);
            change.Rotation.Log.PasswordSet(to.UserName, change.To.VersionId, to.UserName, kept);
            if (isPooled)
            {
                await RequireAcceptedAsync(change, login, cancellationToken);
            }

            return true;
        }
        catch (NotPermittedException) when (superuser.Serves(change.Rotation, to))
        {
            return await SetBySuperuserAsync(change, login, "it may not do so itself", withOlder, cancellationToken);
        }
    }

    /// <summary>Logs in with the new password. A pooler with a list of its own refuses it, and the session that is open is then the only
    /// way back.</summary>
    private async Task RequireAcceptedAsync(CredentialChange change, Login open, CancellationToken cancellationToken)
    {
        try
        {
            await using var login = await search.LogInAsync(change.Rotation, change.To, cancellationToken);
        }
        catch (LoginRefusedException refusal)
        {
            var old = open.Credential;
            NewPassword password = new(old.Secret.Password, options.Trust.PlainTextPasswords.Contains(change.Rotation.Secret.SecretId));
            var kept = await open.Session.SetPasswordAsync(password, cancellationToken);
            change.Rotation.Log.PasswordSet(old.Secret.UserName, old.VersionId, old.Secret.UserName, kept);
            throw new LoginRefusedException(refusal.Problem, refusal.Remedy) { IsUndone = true };
        }
    }

    /// <summary>A pooler's word that a password works is not the database's: only the superuser's own address can tell.</summary>
    private async Task<bool> SetBehindPoolerAsync(CredentialChange change, Login open, CancellationToken cancellationToken) =>
        superuser.Serves(change.Rotation, change.To.Secret)
            ? await SetBySuperuserAsync(change, open, "a pooler answers at the secret's host", withOlder: false, cancellationToken)
            : throw new DatabaseUnreachableException(
                $"A pooler answers at {open.Session.Address.Server}, and it may have a password list that is not the database's.",
                "Put the database's own address into the secret, or configure a superuser; then rotate.");

    private async Task<bool> SetBySuperuserAsync(
        CredentialChange change, Login? open, string reason, bool withOlder, CancellationToken cancellationToken)
    {
        var to = change.To.Secret;
        if (!superuser.Serves(change.Rotation, to))
        {
            throw new LoginRefusedException(
                $"The database at {to.Host}:{to.Port} accepts none of the passwords that the secret has or had for {to.UserName}.",
                $"Set the password of {to.UserName} in the database to the one in the AWSCURRENT version (ALTER ROLE) and rotate, or see "
                    + $"that VALID UNTIL of the user has not passed.");
        }

        change.Rotation.Log.SuperuserHelps(to.UserName, reason);
        return await superuserChange.RunAsync(change, null, open, withOlder, cancellationToken);
    }
}
