using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Secrets;

namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>
/// The superuser's part. Its credential is sent to the server that its own secret (or the function's operator) names and nowhere else;
/// a host that stands in an application's secret counts as that server by its name, or when both show the same system identifier.
/// </summary>
internal sealed class Superuser(IDatabaseServer database, RotationOptions options)
{
    /// <summary>Attributes that a user must not have for its password to be set when nobody could prove to know the old one.</summary>
    private const RoleAttributes Powerful =
        RoleAttributes.Superuser | RoleAttributes.CreateRole | RoleAttributes.Replication | RoleAttributes.BypassRowSecurity;

    /// <summary>Whether there is a superuser for this secret: its own <c>masterarn</c>, or SUPERUSER_SECRET_ARN.</summary>
    public bool Serves(DatabaseSecret secret) => SecretId(secret) is not null;

    /// <summary>Logs in to the superuser's server, and makes sure that it is the one the application's secret is for.</summary>
    /// <param name="change">The change that is to be made.</param>
    /// <param name="proof">A session of the application's own user; null when none of its credentials works.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConfigurationInvalidException">There is no superuser for this secret.</exception>
    /// <exception cref="SecretMismatchException">The two servers are not, or not provably, the same database.</exception>
    public async Task<SuperuserSession> LogInAsync(CredentialChange change, IDatabaseSession? proof, CancellationToken cancellationToken)
    {
        var superuser = await ReadAsync(change.Rotation, change.To.Secret, cancellationToken);
        var application = change.To.Secret.Address(options.TransportOf(change.Rotation.Secret.SecretId, change.To.Secret.Ssl));
        var sameAddress = HostNames.Same(superuser.Address.Host, application.Host) && superuser.Address.Port == application.Port;
        if (!sameAddress && proof is null)
        {
            throw Mismatch(superuser, application, "and none of the secret's credentials works to prove that both are one database");
        }

        var session = await database.LogInAsync(superuser.Address, superuser.Credential, change.Rotation.Budget, cancellationToken);
        change.Rotation.Log.SuperuserLoggedIn(superuser.Credential.UserName, superuser.Address.Host, session.IsEncrypted);
        try
        {
            if (!sameAddress)
            {
                await ProveSameDatabaseAsync(change.Rotation, superuser, session, application, proof!, cancellationToken);
            }

            return new SuperuserSession(superuser.Credential.UserName, session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Refuses to set a password that nobody could prove to know when the user is a powerful one: whoever may write a secret must not
    /// become an administrator by writing an administrator's name into it.
    /// </summary>
    /// <exception cref="RoleUnsuitableException">The user is missing, or more than an ordinary one.</exception>
    public static async Task RefusePowerfulAsync(IDatabaseSession session, string userName, CancellationToken cancellationToken)
    {
        var name = OutsideText.Of(userName);
        var role = await session.DescribeRoleAsync(userName, cancellationToken)
            ?? throw new RoleUnsuitableException(
                $"The database has no user {name}.", "Create the user, or correct username in the secret's AWSCURRENT version.");
        if ((role.Attributes & Powerful) != RoleAttributes.None)
        {
            throw new RoleUnsuitableException(
                $"None of the secret's passwords works, and {name} is too powerful a user ({role.Attributes & Powerful}) for the superuser to set its password unasked.",
                $"Set the password of {name} in the database to the one in the secret's AWSCURRENT version by hand, and rotate again.");
        }
    }

    /// <summary>Refuses a secret that is named as its own superuser's.</summary>
    /// <exception cref="SecretMismatchException">It is.</exception>
    public static void RefuseItself(Rotation rotation, string? superuserSecretId)
    {
        if (superuserSecretId == rotation.Secret.SecretId)
        {
            throw new SecretMismatchException(
                $"The secret {rotation.Secret.SecretId} is named as its own superuser's secret.",
                "Name another secret in masterarn or SUPERUSER_SECRET_ARN; a superuser's own secret is rotated with one user and without masterarn.");
        }
    }

    /// <summary>Reads the secret of the superuser for an application's secret.</summary>
    /// <exception cref="FunctionException">There is none, or it cannot be used.</exception>
    public async Task<SuperuserSecret> ReadAsync(Rotation rotation, DatabaseSecret secret, CancellationToken cancellationToken)
    {
        var secretId = SecretId(secret) ?? throw new ConfigurationInvalidException(
            $"The rotation of {rotation.Secret.SecretId} needs a superuser, and none is configured.",
            "Set SUPERUSER_SECRET_ARN for the function, or list the secret that masterarn names in superuserSecrets of TRUST_SETTINGS.");
        RefuseItself(rotation, secretId);
        var value = await rotation.Secret.Beside(secretId).ReadLabelAsync(StagingLabel.Current, cancellationToken)
            ?? throw new SecretMalformedException($"The superuser's secret {secretId} has no AWSCURRENT version.", "Give it its value with PutSecretValue.");
        return SuperuserSecret.Parse(value.Text, secretId, options);
    }

    private static async Task ProveSameDatabaseAsync(
        Rotation rotation, SuperuserSecret superuser, IDatabaseSession session, ServerAddress application, IDatabaseSession proof, CancellationToken cancellationToken)
    {
        var one = await session.SystemIdentifierAsync(cancellationToken);
        var other = await proof.SystemIdentifierAsync(cancellationToken);
        if (one != other)
        {
            throw Mismatch(superuser, application, "and their system identifiers show two different databases");
        }

        rotation.Log.SameDatabase(application.Host, superuser.Address.Host);
    }

    private static SecretMismatchException Mismatch(SuperuserSecret superuser, ServerAddress application, string why) => new(
        $"The superuser's server is {superuser.Address.Host}:{superuser.Address.Port}, the secret's is {application.Host}:{application.Port}, {why}.",
        "Correct host and port in the one that is wrong, or name the right superuser's secret in masterarn or SUPERUSER_SECRET_ARN.");

    private string? SecretId(DatabaseSecret secret) => options.SuperuserSecretFor(secret.SuperuserSecretId);
}
