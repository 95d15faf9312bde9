using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Postgres;

namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>A superuser's credential and the server it is for.</summary>
internal sealed class SuperuserSecret
{
    private SuperuserSecret(SecretFields fields, string secretArn, RotationOptions options)
    {
        fields.RefuseOtherEngines();
        Credential = new Credential(fields.UserName(), fields.Password());
        var (host, port) = fields.Host() is { } own ? (own, fields.Port() ?? SecretFields.DefaultPort)
            : options.Trust.SuperuserAddresses.GetValueOrDefault(secretArn) is { } listed ? (listed.Host, listed.Port)
            : options.Superuser.Host is { } configured ? (configured, options.Superuser.Port)
            : throw new SecretMalformedException(
                $"{fields.Origin} has no host.",
                "RDS makes superuser secrets without one: name the writer's address in superuserAddresses of TRUST_SETTINGS, or set "
                    + "SUPERUSER_HOST and SUPERUSER_PORT.");
        Databases = fields.Database() is { } database ? [database]
            : options.Trust.SuperuserDatabase is { } last ? [SecretFields.DefaultDatabase, "template1", last]
            : [SecretFields.DefaultDatabase, "template1"];

        // The secret is the operator's, so its "ssl": false counts.
        var tls = options.TransportOf(secretArn, fields.Ssl());
        Address = new ServerAddress(host, port, Databases[0], fields.Ssl() == false ? tls with { Mode = TlsMode.Disabled } : tls);
    }

    /// <summary>Who logs in.</summary>
    public Credential Credential { get; }

    /// <summary>The only server that the credential is sent to, with the first of <see cref="Databases"/>.</summary>
    public ServerAddress Address { get; }

    /// <summary>The databases to log in to, the first that exists: the secret's own, or postgres, template1 and the operator's.</summary>
    public IReadOnlyList<string> Databases { get; }

    /// <summary>Reads a superuser's secret.</summary>
    /// <param name="text">The secret string.</param>
    /// <param name="secretArn">The secret's ARN.</param>
    /// <param name="options">The transport, and the address for a secret without one.</param>
    /// <exception cref="SecretMalformedException">It cannot be used.</exception>
    public static SuperuserSecret Parse(string text, string secretArn, RotationOptions options) =>
        new(new SecretFields(SecretDocument.Parse(text, $"The superuser's secret {OutsideText.Of(secretArn)}")), secretArn, options);

    /// <summary>Who logs in where; never the password.</summary>
    public override string ToString() => $"{OutsideText.Of(Credential.UserName)} at {Address.Host}:{Address.Port}";
}
