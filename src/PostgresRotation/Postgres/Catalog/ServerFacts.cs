using RotationLambdas.PostgresRotation.Postgres.Verifiers;

namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>The properties of server and session that decide how a password is set.</summary>
/// <param name="Version">As <c>server_version_num</c> has it: 150018 is 15.18.</param>
/// <param name="PrefersMd5">Whether <c>password_encryption</c> is <c>md5</c>.</param>
/// <param name="ScramIterations">The server's <c>scram_iterations</c> (PostgreSQL 16), within <see cref="MostIterations"/>; otherwise the
/// built-in number.</param>
/// <param name="IsReadOnly">Whether all its transactions are read-only by default, and that by no setting of the user's own.</param>
/// <param name="CurrentUser">The role whose rights count.</param>
/// <param name="HidesStatements">Whether statements are kept out of the server's log.</param>
internal sealed record ServerFacts(
    int Version, bool PrefersMd5, int ScramIterations, bool IsStandby, bool IsReadOnly, string SessionUser, string CurrentUser,
    bool HidesStatements)
{
    /// <summary>A role or a database's owner may set scram_iterations: more would burn the function's time at every login.</summary>
    public const int MostIterations = 100_000;

    /// <summary>SQL for "transactions are read-only by default, and not just because the user or its setting in this database is
    /// so".</summary>
    public const string ReadOnlyByServer =
        """
        CASE WHEN pg_catalog.current_setting('default_transaction_read_only') = 'on' THEN
            (SELECT source::pg_catalog.text <> ALL (ARRAY['user', 'database user', 'client']::pg_catalog.text[]) FROM pg_catalog.pg_settings
                WHERE name::pg_catalog.text = 'default_transaction_read_only'::pg_catalog.text)
            ELSE false END
        """;

    /// <summary>The query for it, which also makes the settings that need a version or a right: those that keep hashes out of logs and
    /// statistics, that a change survives a crash of the server, and that event triggers and grants to a role's creator stay out of the
    /// way.</summary>
    /// <param name="version">The server's major version, because functions that it lacks cannot be named.</param>
    public static NpgsqlBatchCommand Query(int version) => new(
        $"""
        SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4, pg_catalog.current_setting('password_encryption') = 'md5',
            pg_catalog.current_setting('scram_iterations', true)::pg_catalog.int4,
            pg_catalog.pg_is_in_recovery(), {ReadOnlyByServer}, session_user::pg_catalog.text, current_user::pg_catalog.text,
            {TrySet(version, "log_statement", "none")} = 'none' AND {TrySet(version, "log_min_duration_statement", "-1")} = '-1'
                AND {TrySet(version, "log_min_error_statement", "panic")} = 'panic'
                AND COALESCE({TrySet(version, "log_min_duration_sample", "-1")}, '-1') = '-1'
                AND COALESCE(pg_catalog.current_setting('log_transaction_sample_rate', true), '0') = '0',
            {TrySet(version, "pg_stat_statements.track_utility", "off")},
            {TrySet(version, "event_triggers", "off")},
            CASE WHEN pg_catalog.current_setting('synchronous_commit') = 'off'
                THEN pg_catalog.set_config('synchronous_commit', 'local', true) END,
            CASE WHEN pg_catalog.current_setting('createrole_self_grant', true) IS NOT NULL
                THEN pg_catalog.set_config('createrole_self_grant', '', true) END
        FROM (SELECT rolsuper AS super FROM pg_catalog.pg_roles WHERE rolname = session_user) AS admin
        """);

    public static async Task<ServerFacts> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var iterations = await reader.IsDBNullAsync(2, cancellationToken) ? ScramVerifier.DefaultIterations : reader.GetInt32(2);
        return new(
            reader.GetInt32(0),
            reader.GetBoolean(1),
            Math.Clamp(iterations, ScramVerifier.DefaultIterations, MostIterations),
            reader.GetBoolean(3),
            reader.GetBoolean(4),
            reader.GetString(5),
            reader.GetString(6),
            reader.GetBoolean(7));
    }

    /// <summary>Refuses a server that takes no changes, and a session that is not the expected user's own.</summary>
    /// <exception cref="DatabaseRefusedException">It is a standby or read-only as a whole, or runs as another user.</exception>
    public void Require(string user)
    {
        if (IsStandby || IsReadOnly)
        {
            throw ServerRefusal.ReadOnly(IsStandby);
        }

        if (SessionUser != user || CurrentUser != user)
        {
            throw new DatabaseRefusedException(
                $"The session of {user} is one of {SessionUser} and runs as {CurrentUser}.",
                "Check the user name maps of pg_ident.conf, and any pooler in between.");
        }
    }

    /// <summary>SQL that makes a setting for this transaction where the session's user may, and gives the value that holds then.</summary>
    private static string TrySet(int version, string name, string value) =>
        $"""
        CASE WHEN pg_catalog.current_setting('{name}', true) IS NOT NULL
                AND (super{(version >= 15 ? $" OR pg_catalog.has_parameter_privilege(session_user, '{name}', 'SET')" : "")})
            THEN pg_catalog.set_config('{name}', '{value}', true) ELSE pg_catalog.current_setting('{name}', true) END
        """;
}
