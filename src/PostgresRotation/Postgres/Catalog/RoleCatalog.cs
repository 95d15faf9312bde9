using Npgsql;

namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>
/// Reads roles from the catalogue. Everything is named with its schema: in an application's database, a search path may lead to functions of the
/// application's making, and a superuser must not run those.
/// </summary>
internal static class RoleCatalog
{
    private static readonly (RoleAttributes Attribute, string Keyword)[] Keywords =
    [
        (RoleAttributes.Superuser, "SUPERUSER"),
        (RoleAttributes.CreateRole, "CREATEROLE"),
        (RoleAttributes.CreateDatabase, "CREATEDB"),
        (RoleAttributes.Replication, "REPLICATION"),
        (RoleAttributes.BypassRowSecurity, "BYPASSRLS"),
    ];

    /// <summary>The three queries that <see cref="ReadAsync"/> reads the results of.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Describe(string role) =>
    [
        Query(
            """
            SELECT rolname::pg_catalog.text, rolcanlogin, rolinherit, rolconnlimit,
                CASE WHEN pg_catalog.isfinite(rolvaliduntil) THEN pg_catalog.to_char(rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'
                    ELSE rolvaliduntil::pg_catalog.text END,
                rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls
            FROM pg_catalog.pg_roles WHERE rolname::pg_catalog.text = $1
            """,
            role),
        Query(
            """
            SELECT DISTINCT granted.rolname::pg_catalog.text
            FROM pg_catalog.pg_auth_members AS membership
                JOIN pg_catalog.pg_roles AS granted ON granted.oid = membership.roleid
                JOIN pg_catalog.pg_roles AS member ON member.oid = membership.member
            WHERE member.rolname::pg_catalog.text = $1
            ORDER BY 1
            """,
            role),
        Query(
            """
            SELECT base.datname::pg_catalog.text, entry
            FROM pg_catalog.pg_db_role_setting AS setting
                JOIN pg_catalog.pg_roles AS role ON role.oid = setting.setrole
                LEFT JOIN pg_catalog.pg_database AS base ON base.oid = setting.setdatabase
                CROSS JOIN LATERAL pg_catalog.unnest(setting.setconfig) AS entry
            WHERE role.rolname::pg_catalog.text = $1 AND (setting.setdatabase = 0 OR base.oid IS NOT NULL)
            ORDER BY 1 NULLS FIRST, 2
            """,
            role),
    ];

    /// <summary>Reads the three results of <see cref="Describe"/>, and leaves the reader at the next one.</summary>
    public static async Task<RoleDescription?> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        RoleDescription? role = null;
        if (await reader.ReadAsync(cancellationToken))
        {
            role = new(
                reader.GetString(0),
                reader.GetBoolean(1),
                reader.GetBoolean(2),
                ReadAttributes(reader, firstColumn: 5),
                reader.GetInt32(3),
                await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4),
                [],
                []);
        }

        var memberOf = new List<string>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            memberOf.Add(reader.GetString(0));
        }

        var settings = new List<RoleSetting>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var entry = reader.GetString(1);
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var database = await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0);
            settings.Add(new(database, entry[..equals], entry[(equals + 1)..]));
        }

        await reader.NextResultAsync(cancellationToken);
        return role is null ? null : role with { MemberOf = memberOf, Settings = settings };
    }

    /// <summary>Reads the five columns rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls.</summary>
    public static RoleAttributes ReadAttributes(NpgsqlDataReader reader, int firstColumn)
    {
        var attributes = RoleAttributes.None;
        for (var i = 0; i < Keywords.Length; i++)
        {
            attributes |= reader.GetBoolean(firstColumn + i) ? Keywords[i].Attribute : RoleAttributes.None;
        }

        return attributes;
    }

    /// <summary>The attributes as keywords of ALTER ROLE.</summary>
    public static string Sql(RoleAttributes attributes) => Join(attributes, "");

    /// <summary>The keywords of ALTER ROLE that take the attributes away.</summary>
    public static string Negate(RoleAttributes attributes) => Join(attributes, "NO");

    private static string Join(RoleAttributes attributes, string prefix) =>
        string.Join(' ', Keywords.Where(keyword => attributes.HasFlag(keyword.Attribute)).Select(keyword => prefix + keyword.Keyword));

    private static NpgsqlBatchCommand Query(string sql, string role) => new(sql) { Parameters = { new NpgsqlParameter<string> { TypedValue = role } } };
}
