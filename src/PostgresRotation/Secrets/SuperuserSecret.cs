using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Options;
using RotationLambdas.PostgresRotation.Postgres;

namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>A superuser's credential and the server it is for.</summary>
internal sealed class SuperuserSecret
{
    private SuperuserSecret(SecretFields fields, SuperuserOptions options, TlsPolicy tls)
    {
        fields.RefuseOtherEngines();
        Credential = new Credential(fields.UserName(), fields.Password());
        var host = fields.Host();
        Address = new ServerAddress(
            host ?? options.Host ?? throw new SecretMalformedException(
                $"{fields.Origin} has no host.", "Set SUPERUSER_HOST and SUPERUSER_PORT to the writer's address, as RDS makes superuser secrets without one."),
            (host is null ? null : fields.Port()) ?? (host is null ? options.Port : SecretFields.DefaultPort),
            fields.Database() ?? SecretFields.DefaultDatabase,
            fields.Tls(tls));
    }

    /// <summary>Who logs in.</summary>
    public Credential Credential { get; }

    /// <summary>The only server that the credential is sent to.</summary>
    public ServerAddress Address { get; }

    /// <summary>Reads a superuser's secret.</summary>
    /// <param name="text">The secret string.</param>
    /// <param name="origin">Which secret this is, in words that start a sentence.</param>
    /// <param name="options">Host and port for a secret that has none, as RDS makes them.</param>
    /// <param name="tls">The transport when the secret does not say otherwise.</param>
    /// <exception cref="SecretMalformedException">It cannot be used.</exception>
    public static SuperuserSecret Parse(string text, string origin, SuperuserOptions options, TlsPolicy tls) =>
        new(new SecretFields(SecretDocument.Parse(text, origin)), options, tls);

    /// <summary>Who logs in where; never the password.</summary>
    public override string ToString() => $"{Printable.Of(Credential.UserName)} at {Address.Host}:{Address.Port}";
}
