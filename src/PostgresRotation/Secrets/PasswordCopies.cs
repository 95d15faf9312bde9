namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>Copies of the user and the password in other keys of a secret, such as DATABASE_URL and PGPASSWORD. The keys that the operator
/// names are rewritten component by component; of the others only the names are reported. Nothing ever connects with such a
/// value.</summary>
internal static class PasswordCopies
{
    /// <summary>Shorter texts are part of too many values to mean anything.</summary>
    private const int LeastLength = 4;

    private static readonly HashSet<string> OwnKeys = new(StringComparer.Ordinal)
    {
        SecretFields.EngineKey, SecretFields.HostKey, SecretFields.PortKey, SecretFields.DatabaseKey, SecretFields.UserNameKey,
        SecretFields.PasswordKey, SecretFields.SuperuserSecretKey, SecretFields.SslKey, SecretFields.CertificateNameKey,
    };

    /// <summary>The secret's text with the next credential, in the named keys too.</summary>
    /// <param name="current">The AWSCURRENT version.</param>
    /// <param name="keys">The keys that the operator named.</param>
    /// <exception cref="SecretMalformedException">A named key is missing, or is not a copy of this secret's credential.</exception>
    public static string Rewrite(DatabaseSecret current, Credential next, IReadOnlyList<string> keys) => current.With(
    [
        new(SecretFields.UserNameKey, next.UserName),
        new(SecretFields.PasswordKey, next.Password),
        .. keys.Distinct(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, Rewritten(current, next, key))),
    ]);

    /// <summary>The keys, outside of the secret's own, that hold the user's or the old password and would be stale in the new
    /// version.</summary>
    public static IReadOnlyList<string> Stale(DatabaseSecret current, Credential next, IReadOnlyCollection<string> rewritten) =>
    [
        .. current.Keys
            .Where(key => !OwnKeys.Contains(key) && !rewritten.Contains(key))
            .Where(key => current.Text(key) is { } value
                && (Holds(value, current.Password) || (next.UserName != current.UserName && Holds(value, current.UserName)))),
    ];

    private static bool Holds(string value, string searched) =>
        value == searched
        || (searched.Length >= LeastLength
            && (value.Contains(searched, StringComparison.Ordinal)
                || Uri.UnescapeDataString(value).Contains(searched, StringComparison.Ordinal)));

    private static string Rewritten(DatabaseSecret current, Credential next, string key)
    {
        var value = current.Text(key) is { Length: > 0 } text ? text : throw Refuse("is missing or empty");
        return value == current.Password ? next.Password
            : value == current.UserName ? next.UserName
            : value.Contains("://", StringComparison.Ordinal) ? ConnectionUrl.Rewrite(value, current, next, Refuse)
            : value.Contains('=', StringComparison.Ordinal) ? RewriteSettings(value, current, next, Refuse)
            : throw Refuse("is neither the user, the password, a connection URL nor a key=value connection string");

        SecretMalformedException Refuse(string why) => new(
            $"{current.Origin} has the key {key}, which TRUST_SETTINGS names in passwordCopies, but its value {why}.",
            "Correct the value by hand, or take the key out of passwordCopies; nothing was written.");
    }

    private static string RewriteSettings(
        string value, DatabaseSecret current, Credential next, Func<string, SecretMalformedException> refuse)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(value);
        }
        catch (Exception error) when (error
            is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            // The parser's message may quote the password.
            throw refuse("cannot be parsed as a connection string of Npgsql");
        }

        if (settings.Host is null || !HostNames.Same(settings.Host, current.Host) || settings.Port != current.Port
            || (settings.Database ?? settings.Username) != current.Database
            || settings.Username != current.UserName || settings.Password != current.Password)
        {
            throw refuse("has another host, port, database, user or password than the secret");
        }

        settings.Username = next.UserName;
        settings.Password = next.Password;
        return settings.ConnectionString;
    }
}
