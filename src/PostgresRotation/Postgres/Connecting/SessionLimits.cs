namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Time limits of newer servers with which a user could end every session that sets its password. An older server refuses a
/// startup option that it does not know, so a limit is lifted for a user only after it has ended a session of that user.</summary>
internal static class SessionLimits
{
    private static readonly ConcurrentDictionary<(string Server, string User, string SqlState), string> Met = new();

    /// <summary>Remembers a limit that ended a session.</summary>
    /// <returns>False when the error is another one, or the limit was lifted in vain.</returns>
    public static bool IsNew(string sqlState, LoginAttempt attempt) => NameOf(sqlState) is { } name
        && Met.TryAdd((attempt.Address.Server, attempt.User, sqlState), name);

    /// <summary>The startup options that lift what was met.</summary>
    public static string Lifted(LoginAttempt attempt) => string.Concat(
        Met.Where(met => met.Key.Server == attempt.Address.Server && met.Key.User == attempt.User).Select(met => $" -c {met.Value}=0"));

    private static string? NameOf(string sqlState) => sqlState switch
    {
        "57P05" => "idle_session_timeout", // from PostgreSQL 14 on
        "25P04" => "transaction_timeout", // from PostgreSQL 17 on
        _ => null,
    };
}
