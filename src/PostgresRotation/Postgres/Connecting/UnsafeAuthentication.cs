namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>
/// The ways of authenticating that are refused. Npgsql reports them by message alone; the tests hold these texts against a server that does each.
/// </summary>
internal static class UnsafeAuthentication
{
    private const string NotAllowed = "authentication method is not allowed";

    /// <summary>What the server does, as the rest of a sentence that begins with the server; null when the message is about something else.</summary>
    public static string? Find(string message) => message switch
    {
        _ when message.Contains(NotAllowed, StringComparison.Ordinal) => message.Split('"') switch
        {
            [_, "None", ..] => "lets anybody in without asking for a password (trust)",
            [_, "Password", ..] => "asks for the password in clear",
            [_, "MD5", ..] => "asks for an md5 hash over a connection that is not encrypted",
            [_, var method, ..] => $"asks for {method} authentication, not for a password",
            _ => "asks for an authentication that is not allowed",
        },
        _ when message.StartsWith("[SCRAM]", StringComparison.Ordinal) => "does not prove that it knows the password itself",
        _ when message.StartsWith("No supported SASL mechanism", StringComparison.Ordinal)
            || message.StartsWith("Authentication method not supported", StringComparison.Ordinal) => "asks for an authentication that is neither SCRAM nor md5",
        _ when message.Contains("SCRAM-SHA-256-PLUS", StringComparison.Ordinal) => "offers channel binding where it cannot be (something in between ends TLS)",
        _ => null,
    };

    /// <summary>What to do about any of them.</summary>
    public static string Remedy(LoginAttempt attempt) =>
        $"Let pg_hba.conf ask {attempt.User} for scram-sha-256, and make sure that the host is the right one.";
}
