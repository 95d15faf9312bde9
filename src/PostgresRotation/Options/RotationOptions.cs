namespace RotationLambdas.PostgresRotation.Options;

/// <summary>What an operator may choose, read once when the function starts; see <see cref="RotationOptionsReader"/> for the
/// variables.</summary>
internal sealed record RotationOptions
{
    /// <summary>Who gets the new password. Default: as the secret has it.</summary>
    public RotationStrategyChoice Strategy { get; init; }

    /// <summary>Where the superuser's credential is found. Default: in the secret that a secret's own <c>masterarn</c> names.</summary>
    public SuperuserOptions Superuser { get; init; } = new();

    /// <summary>The further secrets of SUPERUSER_SECRET_ARN, which a <c>masterarn</c> may name. Default: none.</summary>
    public IReadOnlyList<string> OtherSuperuserSecrets { get; init; } = [];

    /// <summary>What is behind the second user's name. Default: "_clone", as AWS's own function has it.</summary>
    public string AlternateUserSuffix { get; init; } = "_clone";

    /// <summary>Whether the second user's sessions run as the first user, so that what either creates belongs to the first. Default:
    /// true.</summary>
    public bool SharesOwnership { get; init; } = true;

    /// <summary>The transport for secrets that have no setting of their own. Default: verify-full against the system's roots.</summary>
    public TlsPolicy Tls { get; init; } = new(TlsMode.VerifyFull);

    /// <summary>What the operator allows beyond the defaults. Default: nothing.</summary>
    public TrustSettings Trust { get; init; } = new();

    /// <summary>A query that must succeed for a new credential to be good; null: none.</summary>
    public string? TestQuery { get; init; }

    /// <summary>Whether a read-only server passes the test. Default: false.</summary>
    public bool ReadOnlyExpected { get; init; }

    /// <summary>How long one attempt to connect may take, 1 to 10 seconds. Default: 5 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The CloudWatch namespace. Default: `RotationLambdas`.</summary>
    public string MetricsNamespace { get; init; } = "RotationLambdas";

    /// <summary>How new passwords are made. Default: as AWS's own function makes them.</summary>
    public PasswordPolicy Passwords { get; init; } = PasswordPolicyReader.Read(_ => null);

    /// <summary>The transport to a secret's server: the operator's, which a secret's <c>ssl</c> may tighten, and loosen where the operator
    /// allows that.</summary>
    public TlsPolicy TransportOf(string secretArn, bool? ssl) => Tls with
    {
        Mode = ssl switch
        {
            true => TlsMode.VerifyFull,
            false when AllowsPlaintext(secretArn) => TlsMode.Disabled,
            _ => Tls.Mode,
        },
        CertificateName = Trust.CertificateNames.GetValueOrDefault(secretArn) ?? Tls.CertificateName,
    };

    /// <summary>Whether <c>"ssl": false</c> in the secret counts.</summary>
    public bool AllowsPlaintext(string secretArn) => Tls.Mode == TlsMode.Prefer || Trust.PlaintextTransport.Contains(secretArn);

    /// <summary>The secrets whose credentials may be used as a superuser's.</summary>
    public IEnumerable<string> SuperuserSecrets =>
        OtherSuperuserSecrets.Concat(Trust.SuperuserSecrets).Append(Superuser.SecretId).OfType<string>().Distinct();

    /// <summary>The secret of the superuser for an application's secret: the one that its <c>masterarn</c> names, if the operator lists
    /// it, or SUPERUSER_SECRET_ARN; null: none.</summary>
    public string? SuperuserSecretFor(string? named) => named is not null && SuperuserSecrets.Contains(named) ? named : Superuser.SecretId;
}
