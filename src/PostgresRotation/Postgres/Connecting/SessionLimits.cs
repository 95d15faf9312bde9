namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Time limits of newer servers with which a user could end every session that sets its password. An older server refuses a
/// startup option that it does not know, so a limit is lifted for a user only after it has ended a session of that user, and no more once
/// the server has refused it.</summary>
internal static class SessionLimits
{
    private static readonly ConcurrentDictionary<(string Server, string User, string Name), bool> Met = new();

    /// <summary>Remembers a limit that ended a session or a login.</summary>
    /// <returns>Whether another login goes without the limit, as this one did not.</returns>
    public static bool IsNew(string sqlState, LoginAttempt attempt) =>
        NameOf(sqlState) is { } name && attempt.Variant.HasOptions && !attempt.Lifted.Contains(name)
        && Met.GetOrAdd((attempt.Address.Server, attempt.User, name), true);

    /// <summary>Remembers that a server does not know what a login lifted.</summary>
    /// <returns>Whether another login goes without it.</returns>
    public static bool AreUnknown(string sqlState, LoginAttempt attempt)
    {
        var unknown = sqlState == PostgresErrorCodes.UndefinedObject ? attempt.Lifted : [];
        foreach (var name in unknown)
        {
            Met[(attempt.Address.Server, attempt.User, name)] = false;
        }

        return unknown.Count > 0;
    }

    /// <summary>The settings that a user's next login lifts.</summary>
    public static IReadOnlyList<string> LiftedFor(string server, string user) =>
        [.. Met.Where(met => met.Value && met.Key.Server == server && met.Key.User == user).Select(met => met.Key.Name)];

    private static string? NameOf(string sqlState) => sqlState switch
    {
        "57P05" => "idle_session_timeout", // from PostgreSQL 14 on
        "25P04" => "transaction_timeout", // from PostgreSQL 17 on
        _ => null,
    };
}
