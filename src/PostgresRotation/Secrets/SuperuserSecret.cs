namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>A superuser's credential and the server it is for.</summary>
internal sealed class SuperuserSecret
{
    private SuperuserSecret(SecretFields fields, Credential credential, SuperuserAddress server, string secretArn, RotationOptions options)
    {
        Credential = credential;
        Databases = fields.Database() is { } database ? [database]
            : options.Trust.SuperuserDatabase is { } last ? [SecretFields.DefaultDatabase, "template1", last]
            : [SecretFields.DefaultDatabase, "template1"];

        // The secret is the operator's, so its "ssl": false counts.
        var tls = options.TransportOf(secretArn, fields.Ssl());
        Address = new ServerAddress(
            server.Host, server.Port, Databases[0], fields.Ssl() == false ? tls with { Mode = TlsMode.Disabled } : tls);
    }

    public Credential Credential { get; }

    /// <summary>The only server that the credential is sent to, with the first of <see cref="Databases"/>.</summary>
    public ServerAddress Address { get; }

    /// <summary>The databases to log in to, the first that exists: the secret's own, or postgres, template1 and the operator's.</summary>
    public IReadOnlyList<string> Databases { get; }

    /// <param name="options">The transport, and the address for a secret without one.</param>
    /// <param name="askRds">Finds the address where neither secret nor options have one; null: RDS does not manage the secret.</param>
    /// <exception cref="FunctionException">It cannot be used.</exception>
    public static async Task<SuperuserSecret> ParseAsync(
        string text, string secretArn, RotationOptions options, Func<Task<SuperuserAddress?>> askRds)
    {
        var fields = Fields(text, secretArn);
        fields.RefuseOtherEngines();
        Credential credential = new(fields.UserName(), fields.Password());
        var server = fields.Host() is { } own ? new SuperuserAddress { Host = own, Port = fields.Port() ?? SecretFields.DefaultPort }
            : options.Trust.SuperuserAddresses.GetValueOrDefault(secretArn)
            ?? (options.Superuser.Host is { } configured ? new SuperuserAddress { Host = configured, Port = options.Superuser.Port } : null)
            ?? await askRds()
            ?? throw new SecretMalformedException(
                $"{fields.Origin} has no host, and RDS does not manage it.",
                "Add host and port to it, or name the writer's address in superuserAddresses of TRUST_SETTINGS.");
        return new SuperuserSecret(fields, credential, server, secretArn, options);
    }

    /// <exception cref="SecretMalformedException">It cannot be used.</exception>
    public static string UserNameIn(string text, string secretArn) => Fields(text, secretArn).UserName();

    /// <summary>Who logs in where; never the password.</summary>
    public override string ToString() => $"{OutsideText.Of(Credential.UserName)} at {Address.Host}:{Address.Port}";

    private static SecretFields Fields(string text, string secretArn) =>
        new(SecretDocument.Parse(text, $"The superuser's secret {OutsideText.Of(secretArn)}"));
}
