namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>One version of a rotated secret, in AWS's shape (user guide: "JSON structure of AWS Secrets Manager secrets"): engine, host,
/// port, dbname, username, password, masterarn, ssl.</summary>
internal sealed class DatabaseSecret
{
    private readonly SecretDocument _document;

    private DatabaseSecret(SecretDocument document)
    {
        _document = document;
        var fields = new SecretFields(document);
        fields.RefuseOtherEngines();
        Host = fields.Host() ?? throw fields.Missing(SecretFields.HostKey);
        Port = fields.Port() ?? SecretFields.DefaultPort;
        Database = fields.Database() ?? SecretFields.DefaultDatabase;
        UserName = fields.UserName();
        Password = fields.Password();
        SuperuserSecretId = fields.Optional(SecretFields.SuperuserSecretKey);
        Ssl = fields.Ssl();
        CertificateName = fields.CertificateName();
    }

    public string Host { get; }

    /// <summary>The server's port; 5432 when the secret names none.</summary>
    public int Port { get; }

    /// <summary>The database to log in to; "postgres" when the secret names none.</summary>
    public string Database { get; }

    public string UserName { get; }

    /// <summary>The password in clear; it goes into no text but the secret itself.</summary>
    public string Password { get; }

    /// <summary>The secret that holds the superuser's credential (<c>masterarn</c>); null when absent.</summary>
    public string? SuperuserSecretId { get; }

    /// <summary>What <c>ssl</c> asks for; null leaves it to TLS_MODE, and so does false where the operator does not allow
    /// plaintext.</summary>
    public bool? Ssl { get; }

    /// <summary>The certificate's name that the secret asks for; it counts only when the operator names the same.</summary>
    public string? CertificateName { get; }

    public Credential Credential => new(UserName, Password);

    /// <summary>Which secret and version this is, in words that start a sentence.</summary>
    public string Origin => _document.Origin;

    /// <param name="origin">Which secret and version this is, in words that start a sentence.</param>
    /// <exception cref="SecretMalformedException">The text is not a PostgreSQL secret that can be used.</exception>
    public static DatabaseSecret Parse(string text, string origin) => text.Length > 0
        ? new DatabaseSecret(SecretDocument.Parse(text, origin))
        : throw new SecretMalformedException(
            $"{origin} holds no text.", "Store the secret as a secret string in JSON; binary secrets cannot be rotated.");

    public ServerAddress Address(TlsPolicy transport) => new(Host, Port, Database, transport);

    /// <summary>Whether the text began with a byte order mark.</summary>
    public bool HadByteOrderMark => _document.HadByteOrderMark;

    public IReadOnlyCollection<string> Keys => _document.Keys;

    /// <summary>A key's string, or the JSON text of any other value; null when it is absent or JSON null.</summary>
    public string? Text(string key) => _document.Text(key);

    /// <summary>This version's text with some strings replaced; everything else stays byte for byte.</summary>
    public string With(IEnumerable<KeyValuePair<string, string>> replacements) => _document.With(replacements);

    /// <summary>Who logs in where; never the password.</summary>
    public override string ToString() => $"{OutsideText.Of(UserName)} at {Host}:{Port}/{OutsideText.Of(Database)}";
}
