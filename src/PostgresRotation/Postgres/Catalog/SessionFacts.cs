namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>What an application's session with this user is.</summary>
/// <param name="ActsAs">The role that the user's and the database's settings make it act as.</param>
/// <param name="Expected">The role that it should act as: the original's own <c>role</c> setting, or the original.</param>
internal sealed record SessionFacts(string User, string ActsAs, string Expected, bool IsStandby, bool IsReadOnly)
{
    /// <summary>The query for it.</summary>
    /// <param name="original">The role that the user should act as; null: any.</param>
    public static NpgsqlBatchCommand Query(string? original) => new(
        $"""
        SELECT session_user::pg_catalog.text, {RoleSettingOf("session_user::pg_catalog.text", "OR setting.setrole::pg_catalog.int8 = 0::pg_catalog.int8")}, {RoleSettingOf("$1")},
            pg_catalog.pg_is_in_recovery(), {ServerFacts.ReadOnlyByServer}
        """)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = original ?? "" } },
    };

    public static async Task<SessionFacts> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3), reader.GetBoolean(4));
    }

    /// <summary>Compares the session with what is expected of it.</summary>
    /// <exception cref="CredentialUnusableException">It is not what its credential should give.</exception>
    /// <exception cref="DatabaseRefusedException">The database is read-only, unexpectedly.</exception>
    public void Require(LoginExpectations expectations)
    {
        if (User != expectations.User)
        {
            throw new CredentialUnusableException(
                $"The login of {expectations.User} came out as {User}.",
                "Check the user name maps of pg_ident.conf, and any pooler in between.");
        }

        if (expectations.ActsAs is not null && ActsAs != Expected)
        {
            throw new CredentialUnusableException(
                $"Sessions of {User} act as {ActsAs} and not as {Expected}.",
                $"Run: ALTER ROLE {Sql.Identifier(User)} SET role TO {Sql.Literal(Expected)}; and check that no setting of the database "
                    + $"overrides it.");
        }

        if (!expectations.ReadOnlyExpected && (IsStandby || IsReadOnly))
        {
            throw ServerRefusal.ReadOnly(IsStandby);
        }
    }

    /// <summary>SQL for the role that a user's sessions in this database start with. Settings of the role in the database come before
    /// those of the role, the database and all roles (PostgreSQL documentation, "ALTER ROLE"). The session itself starts with fixed
    /// settings and cannot show it. A role that the user may not act as is passed over, as PostgreSQL does.</summary>
    /// <param name="user">SQL for the user's name.</param>
    /// <param name="others">SQL for whose settings count too: a database's owner has no say in the role that is expected.</param>
    private static string RoleSettingOf(string user, string others = "") =>
        $"""
        COALESCE(
            (SELECT CASE pg_catalog.substr(entry, 6) WHEN 'none' THEN {user} ELSE pg_catalog.substr(entry, 6) END
            FROM pg_catalog.pg_db_role_setting AS setting
                CROSS JOIN LATERAL pg_catalog.unnest(setting.setconfig) AS entry
                JOIN pg_catalog.pg_roles AS role ON role.rolname::pg_catalog.text = {user}
            WHERE (setting.setrole = role.oid {others})
                AND (entry = 'role=none'::pg_catalog.text OR EXISTS (
                    SELECT 1 FROM pg_catalog.pg_roles AS target
                    WHERE 'role=' || target.rolname::pg_catalog.text = entry AND pg_catalog.pg_has_role(role.oid, target.oid,
                        CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= {PairFacts.AdminOptionVersion}
                            THEN 'SET' ELSE 'MEMBER' END)))
                AND (setting.setdatabase::pg_catalog.int8 = 0::pg_catalog.int8
                    OR setting.setdatabase = (SELECT base.oid FROM pg_catalog.pg_database AS base WHERE base.datname = pg_catalog.current_database()))
            ORDER BY setting.setrole::pg_catalog.int8 = 0::pg_catalog.int8, setting.setdatabase::pg_catalog.int8 = 0::pg_catalog.int8
            LIMIT 1),
            {user})
        """;
}
