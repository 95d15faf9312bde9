using RotationLambdas.PostgresRotation.Rds;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>The superuser's secret and its session. Its password is sent to the server that its own secret (or the operator) names and
/// nowhere else.</summary>
internal sealed class Superuser(IDatabaseServer database, RdsDatabases rds, RotationOptions options)
{
    /// <summary>Whether there is a superuser for this secret. A superuser's own secret has none.</summary>
    public bool Serves(Rotation rotation, DatabaseSecret secret) => SecretId(secret) is { } id && id != rotation.Secret.SecretId;

    /// <summary>Refuses a secret that is named as its own superuser's.</summary>
    /// <exception cref="SecretMismatchException">It is.</exception>
    public static void RefuseItself(Rotation rotation, string? superuserSecretId)
    {
        if (superuserSecretId == rotation.Secret.SecretId)
        {
            throw new SecretMismatchException(
                $"The secret {rotation.Secret.SecretId} is named as its own superuser's secret.",
                "Name another secret in masterarn or SUPERUSER_SECRET_ARN; a superuser's own secret is rotated with one user and without "
                    + "masterarn.");
        }
    }

    /// <summary>Reads the superuser's secret for an application's secret.</summary>
    /// <exception cref="ConfigurationInvalidException">There is no superuser for this secret.</exception>
    /// <exception cref="SecretMalformedException">The superuser's secret cannot be used.</exception>
    public async Task<SuperuserSecret> ReadAsync(Rotation rotation, DatabaseSecret secret, CancellationToken cancellationToken) =>
        await ReadAsync(rotation, RequireId(rotation, secret), StagingLabel.Current, cancellationToken)
        ?? throw new SecretMalformedException(
            $"The superuser's secret {SecretId(secret)!} has no AWSCURRENT version.", "Give it its value with PutSecretValue.");

    /// <summary>Logs in to the superuser's server, in the first of its databases that exists.</summary>
    /// <exception cref="FunctionException">The login failed.</exception>
    public async Task<IDatabaseSession> LogInAsync(Rotation rotation, DatabaseSecret secret, CancellationToken cancellationToken)
    {
        var superuser = await ReadAsync(rotation, secret, cancellationToken);
        try
        {
            return await LogInAsync(rotation, superuser, cancellationToken);
        }
        catch (LoginRefusedException)
        {
            // The superuser's own rotation may be between setSecret and finishSecret, or have ended since the secret was read.
            foreach (var label in new[] { StagingLabel.Pending, StagingLabel.Current })
            {
                if (await ReadAsync(rotation, RequireId(rotation, secret), label, cancellationToken) is { } other
                    && other.Credential.Password != superuser.Credential.Password
                    && other.Address.IsSameAs(superuser.Address))
                {
                    return await LogInAsync(rotation, other, cancellationToken);
                }
            }

            throw;
        }
    }

    /// <summary>The users of all superuser secrets that can be read: no other secret may change their passwords, also not with the
    /// operator's leave.</summary>
    public async Task<IReadOnlyCollection<string>> UsersAsync(Rotation rotation, CancellationToken cancellationToken)
    {
        List<string> users = [];
        foreach (var id in options.SuperuserSecrets)
        {
            if (id != rotation.Secret.SecretId
                && await rotation.Secret.Beside(id).ReadLabelAsync(StagingLabel.Current, cancellationToken) is { } superuser)
            {
                users.Add(SuperuserSecret.UserNameIn(superuser.Text, id));
            }
        }

        return users;
    }

    private async Task<IDatabaseSession> LogInAsync(Rotation rotation, SuperuserSecret superuser, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                var session = await database.LogInAsync(
                    superuser.Address with { Database = superuser.Databases[i] }, superuser.Credential, rotation.Budget,
                    SessionSettings.Fixed, cancellationToken);
                rotation.Log.SuperuserLoggedIn(superuser.Credential.UserName, superuser.Address.Host, session.IsEncrypted);
                return session;
            }
            catch (DatabaseMissingException) when (i + 1 < superuser.Databases.Count)
            {
                // The next one may exist.
            }
        }
    }

    private async Task<SuperuserSecret?> ReadAsync(Rotation rotation, string secretId, string label, CancellationToken cancellationToken)
    {
        var secret = rotation.Secret.Beside(secretId);
        return await secret.ReadLabelAsync(label, cancellationToken) is { } value
            ? await SuperuserSecret.ParseAsync(value.Text, secretId, options, () => rds.FindAsync(secret, cancellationToken))
            : null;
    }

    private string RequireId(Rotation rotation, DatabaseSecret secret)
    {
        RefuseItself(rotation, SecretId(secret));
        return SecretId(secret) ?? throw new ConfigurationInvalidException(
            $"The rotation of {rotation.Secret.SecretId} needs a superuser, and none is configured for it.",
            "Set SUPERUSER_SECRET_ARN for the function, or list the secret that masterarn names in superuserSecrets of TRUST_SETTINGS.");
    }

    private string? SecretId(DatabaseSecret secret) => options.SuperuserSecretFor(secret.SuperuserSecretId);
}
