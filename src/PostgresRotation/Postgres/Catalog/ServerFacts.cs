using Npgsql;
using RotationLambdas.PostgresRotation.Postgres.Connecting;
using RotationLambdas.PostgresRotation.Postgres.Verifiers;

namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>What of a server decides how a password is set.</summary>
/// <param name="Version">As <c>server_version_num</c> has it: 150018 is 15.18.</param>
/// <param name="PrefersMd5">Whether <c>password_encryption</c> is <c>md5</c>.</param>
/// <param name="ScramIterations">The server's <c>scram_iterations</c> (PostgreSQL 16), otherwise the number that is built in.</param>
/// <param name="IsStandby">Whether it is in recovery.</param>
/// <param name="IsReadOnly">Whether all its transactions are read-only by default, and that by no setting of the user's own.</param>
internal sealed record ServerFacts(int Version, bool PrefersMd5, int ScramIterations, bool IsStandby, bool IsReadOnly)
{
    /// <summary>The version from which on grants have the options INHERIT and SET, and changing a role takes ADMIN OPTION on it.</summary>
    public const int AdminOptionVersion = 160000;

    /// <summary>SQL for "transactions are read-only by default, and not just because the user or its setting in this database says so".</summary>
    public const string ReadOnlyByServer =
        """
        CASE WHEN pg_catalog.current_setting('default_transaction_read_only') = 'on' THEN
            (SELECT source NOT IN ('user', 'database user', 'client') FROM pg_catalog.pg_settings WHERE name = 'default_transaction_read_only')
            ELSE false END
        """;

    /// <summary>The query for it.</summary>
    public static NpgsqlBatchCommand Query => new(
        $"""
        SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4,
            pg_catalog.current_setting('password_encryption') <> 'scram-sha-256',
            pg_catalog.current_setting('scram_iterations', true)::pg_catalog.int4,
            pg_catalog.pg_is_in_recovery(),
            {ReadOnlyByServer}
        """);

    /// <summary>Reads what <see cref="Query"/> returned.</summary>
    public static async Task<ServerFacts> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        return new(
            reader.GetInt32(0),
            reader.GetBoolean(1),
            await reader.IsDBNullAsync(2, cancellationToken) ? ScramVerifier.DefaultIterations : reader.GetInt32(2),
            reader.GetBoolean(3),
            reader.GetBoolean(4));
    }

    /// <summary>Refuses a server that takes no changes.</summary>
    /// <exception cref="Errors.DatabaseRefusedException">It is a standby, or read-only as a whole.</exception>
    public void RequireWritable()
    {
        if (IsStandby)
        {
            throw ServerRefusal.ReadOnly("it is a standby (pg_is_in_recovery)");
        }

        if (IsReadOnly)
        {
            throw ServerRefusal.ReadOnly("default_transaction_read_only is on for all users");
        }
    }
}
