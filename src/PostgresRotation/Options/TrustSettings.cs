using System.Text.Json.Serialization;

namespace RotationLambdas.PostgresRotation.Options;

/// <summary>What the operator allows beyond the defaults: TRUST_SETTINGS, described in docs/reference/trust-settings.md. Nothing of this
/// kind is ever read from an application's secret or its tags. Secrets are named by their complete ARNs.</summary>
internal sealed record TrustSettings
{
    // The properties have setters because the JSON source generator drops the defaults of init-only ones.

    /// <summary>For editors; not read.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    /// <summary>The secrets that a <c>masterarn</c> may name, beside SUPERUSER_SECRET_ARN.</summary>
    public IReadOnlyList<string> SuperuserSecrets { get; set; } = [];

    /// <summary>The database in which superusers log in whose secret has no <c>dbname</c>, after postgres and template1.</summary>
    public string? SuperuserDatabase { get; set; }

    /// <summary>By superuser secret: the server of a secret that has no <c>host</c>. Overrides SUPERUSER_HOST.</summary>
    public IReadOnlyDictionary<string, SuperuserAddress> SuperuserAddresses { get; set; } = new Dictionary<string, SuperuserAddress>();

    /// <summary>The roles whose password the superuser may set although none of the secret's passwords works.</summary>
    public IReadOnlyList<SecretRole> Recoverable { get; set; } = [];

    /// <summary>The roles whose password may be set although they, or a role that they are a member of, have power over others.</summary>
    public IReadOnlyList<SecretRole> Privileged { get; set; } = [];

    /// <summary>The roles that may be taken over from the secret for which they are recorded.</summary>
    public IReadOnlyList<SecretRole> Transferred { get; set; } = [];

    /// <summary>By secret: the name in the server's certificate, where it is not the host's. Overrides TLS_CERTIFICATE_NAME.</summary>
    public IReadOnlyDictionary<string, string> CertificateNames { get; set; } = new Dictionary<string, string>();

    /// <summary>The secrets whose <c>"ssl": false</c> counts: their servers are talked to without TLS.</summary>
    public IReadOnlyList<string> PlaintextTransport { get; set; } = [];

    /// <summary>The secrets whose host is a reader, which cannot show its sessions to a superuser at the writer.</summary>
    public IReadOnlyList<string> ReaderHosts { get; set; } = [];

    /// <summary>The secrets whose servers refuse hashed passwords: the new password goes there in plain text, over verified TLS.</summary>
    public IReadOnlyList<string> PlainTextPasswords { get; set; } = [];

    /// <summary>By secret: the keys beside <c>password</c> that hold copies of the password and are rewritten with it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PasswordCopies { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The secrets whose AWSCURRENT password leaked: it is not restored when the new one fails its test.</summary>
    public IReadOnlyList<string> Leaked { get; set; } = [];

    /// <summary>The keys of a secret that are rewritten with its password.</summary>
    public IReadOnlyList<string> PasswordCopiesOf(string secretArn) => PasswordCopies.TryGetValue(secretArn, out var keys) ? keys : [];
}
