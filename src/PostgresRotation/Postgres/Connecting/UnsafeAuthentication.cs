namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Recognizes servers that do not authenticate as demanded by the kind of Npgsql's error: an error of its own that is neither the
/// server's, nor the transport's, nor a time-out can only be about the authentication.</summary>
internal static class UnsafeAuthentication
{
    /// <summary>Whether the login failed because the server's way of authenticating was not accepted.</summary>
    public static bool IsIn(Exception exception) =>
        exception is NpgsqlException { InnerException: null } and not PostgresException or NotSupportedException;

    /// <summary>What is wrong, as a sentence.</summary>
    public static string Problem(Exception exception, LoginAttempt attempt) =>
        $"The server {attempt.Address.Server} does not authenticate {OutsideText.Of(attempt.User)} with SCRAM"
        + $"{(attempt.IsEncrypted ? " or md5" : "")}, or does not verify that it has the password's hash itself: "
        + $"{OutsideText.Of(exception.Message)}.";

    /// <summary>What to do about it, as a sentence.</summary>
    public static string Remedy(LoginAttempt attempt) =>
        $"Let pg_hba.conf require scram-sha-256 for {OutsideText.Of(attempt.User)} (not trust, password, or md5 without TLS), and check "
            + $"that the host is the right one.";
}
