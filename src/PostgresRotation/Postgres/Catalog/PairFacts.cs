using Npgsql;

namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>What a database says about a pair of roles, and about the one who is to bring them in line.</summary>
/// <param name="Server">The server.</param>
/// <param name="Original">The first role; null when there is none.</param>
/// <param name="Alternate">The second role; null when there is none.</param>
/// <param name="IsMember">Whether the alternate is a member of the original, directly or not.</param>
/// <param name="MemberMayAct">Whether the membership lets it act as the original (SET, PostgreSQL 16; before, each membership does).</param>
/// <param name="MemberInherits">Whether the alternate has the original's rights without acting as it.</param>
/// <param name="AdminMayChangeRoles">Whether the session's user has CREATEROLE or is a superuser.</param>
/// <param name="AdminOverOriginal">Whether it may change and grant the original: ADMIN OPTION from PostgreSQL 16 on, before always true.</param>
/// <param name="AdminOverAlternate">Whether it may change the alternate.</param>
internal sealed record PairFacts(
    ServerFacts Server,
    RoleDescription? Original,
    RoleDescription? Alternate,
    bool IsMember,
    bool MemberMayAct,
    bool MemberInherits,
    bool AdminMayChangeRoles,
    bool AdminOverOriginal,
    bool AdminOverAlternate)
{
    /// <summary>The queries for it.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Query(AlternateRole request) =>
    [
        ServerFacts.Query,
        .. RoleCatalog.Describe(request.Original),
        .. RoleCatalog.Describe(request.Alternate),
        Relation(request),
    ];

    /// <summary>Reads what <see cref="Query"/> returned.</summary>
    public static async Task<PairFacts> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var server = await ServerFacts.ReadAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var original = await RoleCatalog.ReadAsync(reader, cancellationToken);
        var alternate = await RoleCatalog.ReadAsync(reader, cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(
            server,
            original,
            alternate,
            reader.GetBoolean(0),
            reader.GetBoolean(1),
            reader.GetBoolean(2),
            reader.GetBoolean(3),
            reader.GetBoolean(4),
            reader.GetBoolean(5));
    }

    // pg_has_role knows 'SET' from PostgreSQL 16 on only; CASE keeps older servers from hearing of it.
    private static NpgsqlBatchCommand Relation(AlternateRole request) => new(
        $"""
        SELECT COALESCE(pg_catalog.pg_has_role(alternate.oid, original.oid, 'MEMBER'), false),
            COALESCE(pg_catalog.pg_has_role(alternate.oid, original.oid, CASE WHEN granular THEN 'SET' ELSE 'MEMBER' END), false),
            COALESCE(pg_catalog.pg_has_role(alternate.oid, original.oid, 'USAGE'), false),
            admin.rolsuper OR admin.rolcreaterole,
            COALESCE(NOT granular OR pg_catalog.pg_has_role(admin.oid, original.oid, 'MEMBER WITH ADMIN OPTION'), false),
            COALESCE(NOT granular OR pg_catalog.pg_has_role(admin.oid, alternate.oid, 'MEMBER WITH ADMIN OPTION'), false)
        FROM (SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= {ServerFacts.AdminOptionVersion} AS granular) AS server
            JOIN pg_catalog.pg_roles AS admin ON admin.rolname = session_user
            LEFT JOIN pg_catalog.pg_roles AS original ON original.rolname::pg_catalog.text = $1
            LEFT JOIN pg_catalog.pg_roles AS alternate ON alternate.rolname::pg_catalog.text = $2
        """)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = request.Original },
            new NpgsqlParameter<string> { TypedValue = request.Alternate },
        },
    };
}
