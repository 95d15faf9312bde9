namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>The logins of a secret's users at the superuser's own address, and the session at the application's address that goes with
/// them.</summary>
/// <param name="change">The change that needs evidence.</param>
/// <param name="superusers">The address that the superuser is connected to.</param>
/// <param name="open">A session at the application's address that is open already; its owner closes it.</param>
/// <param name="withOlder">Whether older versions of the secret count.</param>
internal sealed class RoleEvidence(CredentialSearch search, CredentialChange change, ServerAddress superusers, Login? open, bool withOlder)
    : IAsyncDisposable
{
    private readonly List<Login> _found = [];
    private readonly List<Login> _opened = [];

    /// <summary>Whether one of the logins was an md5 one.</summary>
    public bool UsedMd5 => _found.Exists(login => login.Session.UsedMd5);

    /// <summary>Finds a password of the secret that the superuser's server accepts for a role. An open session is one if it is at that
    /// very address.</summary>
    public async Task<bool> FindAsync(string role, CancellationToken cancellationToken)
    {
        if (Has(role))
        {
            return true;
        }

        if (open is not null && open.Credential.Secret.UserName == role && open.Session.Address.IsSameAs(superusers)
            && open.Session.Address.Tls == superusers.Tls)
        {
            _found.Add(open);
            return true;
        }

        var history = new CredentialHistory(change, [role], withOlder);
        if (await search.FindAsync(history.ReadAsync(cancellationToken), change.Rotation, superusers, cancellationToken) is not { } login)
        {
            return false;
        }

        _opened.Add(login);
        _found.Add(login);
        return true;
    }

    /// <summary>Whether a password for the role was accepted.</summary>
    public bool Has(string role) => _found.Exists(login => login.Credential.Secret.UserName == role);

    /// <summary>Whether this very credential was accepted.</summary>
    public bool Has(DatabaseSecret secret) => _found.Exists(login => login.Credential.Secret.Credential == secret.Credential);

    /// <summary>A session at the application's address of a user whose password was accepted.</summary>
    /// <exception cref="SecretMismatchException">That address does not accept what the superuser's does.</exception>
    public async Task<Login> AtApplicationAsync(CancellationToken cancellationToken)
    {
        var login = _found[0];
        if (open is not null && Has(open.Credential.Secret.UserName))
        {
            return open;
        }

        var address = search.AddressOf(change.Rotation, login.Credential.Secret);
        if (address.IsSameAs(superusers with { IpAddress = null }))
        {
            return login;
        }

        try
        {
            _opened.Add(await search.LogInAsync(change.Rotation, login.Credential, cancellationToken));
            return _opened[^1];
        }
        catch (LoginRefusedException refusal)
        {
            throw new SecretMismatchException(
                $"The superuser's server accepts a password of the secret that the secret's own host refuses. {refusal.Problem}",
                "Correct the host in the one that is wrong. If a pooler with its own password list stands in between, put the database's "
                    + "own address into the secret.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var login in _opened)
        {
            await login.DisposeAsync();
        }
    }
}
