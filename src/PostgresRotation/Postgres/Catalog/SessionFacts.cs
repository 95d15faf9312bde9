using Npgsql;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres.Connecting;

namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>What a session finds out about itself.</summary>
/// <param name="User">The user it is logged in as.</param>
/// <param name="ActsAs">The role whose rights it has.</param>
/// <param name="IsStandby">Whether the server is in recovery.</param>
/// <param name="IsReadOnly">Whether the server is read-only as a whole.</param>
/// <param name="Attributes">The user's power of its own.</param>
/// <param name="Ceiling">The power of the role that it is held against; null when there is none such.</param>
internal sealed record SessionFacts(string User, string ActsAs, bool IsStandby, bool IsReadOnly, RoleAttributes Attributes, RoleAttributes? Ceiling)
{
    private const string AttributesOf = "rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls";

    /// <summary>The query for it.</summary>
    /// <param name="ceiling">The role to hold it against; null: none.</param>
    public static NpgsqlBatchCommand Query(string? ceiling) => new(
        $"""
        SELECT session_user::pg_catalog.text, current_user::pg_catalog.text, pg_catalog.pg_is_in_recovery(), {ServerFacts.ReadOnlyByServer},
            rolname = session_user, {AttributesOf}
        FROM pg_catalog.pg_roles WHERE rolname = session_user OR rolname::pg_catalog.text = $1
        """)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = ceiling ?? "" } },
    };

    /// <summary>Reads what <see cref="Query"/> returned.</summary>
    public static async Task<SessionFacts> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        SessionFacts? facts = null;
        var own = RoleAttributes.None;
        RoleAttributes? ceiling = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            facts ??= new(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3), RoleAttributes.None, null);
            var attributes = RoleCatalog.ReadAttributes(reader, firstColumn: 5);
            if (reader.GetBoolean(4))
            {
                own = attributes;
            }
            else
            {
                ceiling = attributes;
            }
        }

        return facts! with { Attributes = own, Ceiling = ceiling };
    }

    /// <summary>Holds the session against what is expected of it.</summary>
    /// <exception cref="CredentialUnusableException">It is not what its credential should give.</exception>
    /// <exception cref="DatabaseRefusedException">The database is read-only, unexpectedly.</exception>
    public void Require(LoginExpectations expectations)
    {
        if (User != expectations.User)
        {
            throw new CredentialUnusableException(
                $"The login of {expectations.User} came out as {User}.", "Check the user name maps of pg_ident.conf, and any proxy in between.");
        }

        if (expectations.ActsAs is { } role && ActsAs != role)
        {
            throw new CredentialUnusableException(
                $"Sessions of {User} act as {ActsAs} and not as {role}.",
                $"Run: ALTER ROLE {Sql.Identifier(User)} SET role TO {Sql.Literal(role)}; and see that no setting of the database overrides it.");
        }

        if (Ceiling is { } most && (Attributes & ~most) is var excess && excess != RoleAttributes.None)
        {
            throw new CredentialUnusableException(
                $"{User} has attributes that {expectations.NoMorePowerfulThan} lacks: {RoleCatalog.Sql(excess)}.",
                $"Run: ALTER ROLE {Sql.Identifier(User)} {RoleCatalog.Negate(excess)};");
        }

        if (!expectations.ReadOnlyExpected && (IsStandby || IsReadOnly))
        {
            throw ServerRefusal.ReadOnly(IsStandby ? "it is a standby (pg_is_in_recovery)" : "default_transaction_read_only is on for all users");
        }
    }
}
