namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>Reads roles from the catalog. Types are cast so that only the built-in operators fit: with search_path = pg_catalog, a
/// database's owner can still put an extension's operators into pg_catalog.</summary>
internal static class RoleCatalog
{
    /// <summary>Power over others: attributes, reserved names, built-in roles, and the administrators of managed services.
    /// pg_database_owner and pg_read_all_settings give none.</summary>
    private const string HasPower =
        """
        (role.rolsuper OR role.rolcreaterole OR role.rolcreatedb OR role.rolreplication OR role.rolbypassrls
            OR pg_catalog.starts_with(role.rolname::pg_catalog.text, 'pg_'::pg_catalog.text)
            OR pg_catalog.starts_with(role.rolname::pg_catalog.text, 'rds'::pg_catalog.text)
            OR role.oid::pg_catalog.int8 < 16384::pg_catalog.int8
            OR role.rolname::pg_catalog.text = ANY (ARRAY['azure_pg_admin', 'azuresu', 'azure_superuser', 'cloudsqlsuperuser', 'cloudsqladmin',
                'cloudsqlagent', 'cloudsqlimportexport', 'alloydbsuperuser', 'alloydbadmin', 'pgtle_admin']::pg_catalog.text[]))
        AND role.rolname::pg_catalog.text <> ALL (ARRAY['pg_database_owner', 'pg_read_all_settings']::pg_catalog.text[])
        """;

    /// <summary>The three queries for <see cref="ReadPairAsync"/>.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Pair(string original, string? alternate) =>
    [
        Query(
            $"""
            WITH RECURSIVE held(holder, id) AS (
                SELECT role.oid, role.oid FROM pg_catalog.pg_roles AS role WHERE role.rolname::pg_catalog.text = ANY (ARRAY[$1, $2])
                UNION
                SELECT held.holder, membership.roleid
                FROM held JOIN pg_catalog.pg_auth_members AS membership ON membership.member = held.id
            )
            SELECT subject.rolname::pg_catalog.text, subject.oid::pg_catalog.int8, subject.rolcanlogin, subject.rolconnlimit,
                CASE WHEN pg_catalog.isfinite(subject.rolvaliduntil)
                    THEN pg_catalog.to_char(subject.rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'
                    ELSE subject.rolvaliduntil::pg_catalog.text END,
                COALESCE(subject.rolvaliduntil <= pg_catalog.now(), false),
                subject.rolname = session_user,
                EXISTS (SELECT 1 FROM held JOIN pg_catalog.pg_roles AS role ON role.oid = held.id
                    WHERE held.holder = subject.oid AND role.rolname::pg_catalog.text = 'rds_iam'::pg_catalog.text),
                pg_catalog.array_to_string(
                    ARRAY(SELECT role.rolname::pg_catalog.text FROM held JOIN pg_catalog.pg_roles AS role ON role.oid = held.id
                        WHERE held.holder = subject.oid AND {HasPower} ORDER BY 1),
                    ', '::pg_catalog.text),
                COALESCE(pg_catalog.shobj_description(subject.oid, 'pg_authid'), '')
            FROM pg_catalog.pg_roles AS subject WHERE subject.rolname::pg_catalog.text = ANY (ARRAY[$1, $2])
            """,
            original,
            alternate),
        Query(
            """
            SELECT role.rolname::pg_catalog.text, base.datname::pg_catalog.text, entry
            FROM pg_catalog.pg_db_role_setting AS setting
                JOIN pg_catalog.pg_roles AS role ON role.oid = setting.setrole
                LEFT JOIN pg_catalog.pg_database AS base ON base.oid = setting.setdatabase
                CROSS JOIN LATERAL pg_catalog.unnest(setting.setconfig) AS entry
            WHERE role.rolname::pg_catalog.text = ANY (ARRAY[$1, $2])
                AND (setting.setdatabase::pg_catalog.int8 = 0::pg_catalog.int8 OR base.oid IS NOT NULL)
            ORDER BY 2 NULLS FIRST, 3
            """,
            original,
            alternate),
        Query(
            // pg_has_role knows 'SET' from PostgreSQL 16 on only.
            $"""
            SELECT COALESCE(pg_catalog.pg_has_role(second.oid, first.oid, CASE WHEN granular THEN 'SET' ELSE 'MEMBER' END), false),
                COALESCE(pg_catalog.pg_has_role(second.oid, first.oid, 'USAGE'), false),
                admin.rolname::pg_catalog.text,
                admin.rolsuper OR admin.rolcreaterole,
                COALESCE(NOT granular OR pg_catalog.pg_has_role(admin.oid, first.oid, 'MEMBER WITH ADMIN OPTION'), false),
                COALESCE(NOT granular OR pg_catalog.pg_has_role(admin.oid, second.oid, 'MEMBER WITH ADMIN OPTION'), false),
                version
            FROM (SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4 AS version,
                    pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= {PairFacts.AdminOptionVersion} AS granular) AS server
                JOIN pg_catalog.pg_roles AS admin ON admin.rolname = session_user
                LEFT JOIN pg_catalog.pg_roles AS first ON first.rolname::pg_catalog.text = $1
                LEFT JOIN pg_catalog.pg_roles AS second ON second.rolname::pg_catalog.text = $2
            """,
            original,
            alternate),
    ];

    public static async Task<PairFacts> ReadPairAsync(
        NpgsqlDataReader reader, string original, string? alternate, CancellationToken cancellationToken)
    {
        Dictionary<string, RoleFacts> roles = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            roles[reader.GetString(0)] = new(
                checked((uint)reader.GetInt64(1)),
                reader.GetString(0),
                reader.GetBoolean(2),
                reader.GetInt32(3),
                await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4),
                reader.GetBoolean(5),
                reader.GetBoolean(6),
                reader.GetBoolean(7),
                reader.GetString(8),
                reader.GetString(9),
                []);
        }

        await reader.NextResultAsync(cancellationToken);
        List<(string Role, RoleSetting Setting)> settings = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var entry = reader.GetString(2);
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var database = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1);
            settings.Add((reader.GetString(0), new(database, entry[..equals], entry[(equals + 1)..])));
        }

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(
            Find(original),
            alternate is null ? null : Find(alternate),
            reader.GetBoolean(0),
            reader.GetBoolean(1),
            reader.GetString(2),
            reader.GetBoolean(3),
            reader.GetBoolean(4),
            reader.GetBoolean(5),
            reader.GetInt32(6));

        RoleFacts? Find(string name) => roles.TryGetValue(name, out var role)
            ? role with { Settings = [.. settings.Where(setting => setting.Role == name).Select(setting => setting.Setting)] }
            : null;
    }

    private static NpgsqlBatchCommand Query(string sql, string original, string? alternate) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = original },
            new NpgsqlParameter<string> { TypedValue = alternate ?? original },
        },
    };
}
