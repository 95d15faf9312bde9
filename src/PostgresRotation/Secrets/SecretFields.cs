namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>Reads the keys of a secret one by one and refuses, with the key's name, what cannot be right.</summary>
internal sealed class SecretFields(SecretDocument document)
{
    public const string EngineKey = "engine";
    public const string HostKey = "host";
    public const string PortKey = "port";
    public const string DatabaseKey = "dbname";
    public const string UserNameKey = "username";
    public const string PasswordKey = "password";
    public const string SuperuserSecretKey = "masterarn";
    public const string SslKey = "ssl";
    public const string CertificateNameKey = "tls_certificate_name";

    public const int DefaultPort = 5432;

    /// <summary>The database that every server has, and AWS's own default.</summary>
    public const string DefaultDatabase = "postgres";

    /// <summary>Which secret and version this is, in words that start a sentence.</summary>
    public string Origin => document.Origin;

    /// <summary>Refuses a secret of another database engine; no engine means PostgreSQL.</summary>
    public void RefuseOtherEngines()
    {
        var engine = Optional(EngineKey);
        if (engine is not null
            && !engine.Equals("postgres", StringComparison.OrdinalIgnoreCase)
            && !engine.Equals("postgresql", StringComparison.OrdinalIgnoreCase)
            && !engine.Equals("aurora-postgresql", StringComparison.OrdinalIgnoreCase))
        {
            throw Malformed(
                $"has the engine \"{OutsideText.Of(engine)}\"",
                "Set engine to postgres, postgresql or aurora-postgresql, or attach the secret to the rotation function of its own "
                    + "engine.");
        }
    }

    /// <summary>The host; null when absent.</summary>
    public string? Host() => HostName(HostKey);

    /// <summary>The name in the server's certificate; null when absent.</summary>
    public string? CertificateName() => HostName(CertificateNameKey);

    /// <summary>The port, from a number or a string of digits; null when absent.</summary>
    public int? Port()
    {
        if (document.Kind(PortKey) is not { } kind)
        {
            return null;
        }

        return kind is JsonTokenType.Number or JsonTokenType.String
            && int.TryParse(document.Text(PortKey), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= ushort.MaxValue
                ? port
                : throw Malformed(
                    "has a port that is not a whole number from 1 to 65535", "Set port to the server's port, for example 5432.");
    }

    /// <summary>The database; null when absent.</summary>
    public string? Database()
    {
        var name = Name(DatabaseKey);
        return name is not null && (name.Contains('=', StringComparison.Ordinal) || name.Contains("://", StringComparison.Ordinal))
            ? throw Malformed(
                "has a dbname that reads like a connection string",
                "Set dbname to the plain name of the database; host and port have keys of their own.")
            : name;
    }

    public string UserName() => Name(UserNameKey) ?? throw Missing(UserNameKey);

    public string Password()
    {
        var password = Optional(PasswordKey) ?? throw Missing(PasswordKey);
        return password.Contains('\0', StringComparison.Ordinal)
            ? throw Malformed(
                "has a password with a NUL character in it, which PostgreSQL cannot take",
                "Set another password by hand, in the database and the secret.")
            : password;
    }

    /// <summary>What <c>ssl</c> asks for, read as AWS's own functions read it: a boolean, or the words true and false in any case;
    /// anything else counts as absent.</summary>
    public bool? Ssl() => document.Kind(SslKey) switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => bool.TryParse(document.Text(SslKey), out var ssl) ? ssl : null,
        _ => null,
    };

    /// <summary>A string that need not be there; null when it is absent, JSON null or empty.</summary>
    public string? Optional(string key) => document.Kind(key) switch
    {
        null => null,
        JsonTokenType.String => document.Text(key) is { Length: > 0 } text ? text : null,
        _ => throw Malformed($"has a {key} that is not a string", $"Write {key} as a JSON string, in double quotes."),
    };

    /// <summary>The error for a key that must be there.</summary>
    public SecretMalformedException Missing(string key) => Malformed($"has no {key}", $"Add {key} to the secret.");

    private string? Name(string key)
    {
        var name = Optional(key);
        return name is not null
            && (name.Contains('\0', StringComparison.Ordinal) || name.EndsWith('\n')
                || Encoding.UTF8.GetByteCount(name) > RoleName.MaximumBytes)
            ? throw Malformed(
                $"has a {key} that cannot be right: it is longer than {RoleName.MaximumBytes} bytes, holds a NUL character or ends with a "
                    + "line break",
                $"Set {key} to the name as the database shows it.")
            : name;
    }

    private string? HostName(string key)
    {
        var host = Optional(key);
        return host is not null && !HostNames.IsOne(host)
            ? throw Malformed(
                $"has a {key} that is not one host name or IP address",
                $"Set {key} to the bare name, without scheme, port, spaces or commas, for example db.example.com.")
            : host;
    }

    private SecretMalformedException Malformed(string problem, string remedy) => new($"{document.Origin} {problem}.", remedy);
}
