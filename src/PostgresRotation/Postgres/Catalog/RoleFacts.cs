namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>A role as the catalog has it.</summary>
/// <param name="Oid">Its OID, which stays when it is renamed and is never the same after a dump was restored.</param>
/// <param name="CanLogin">Whether it has LOGIN.</param>
/// <param name="ConnectionLimit">CONNECTION LIMIT; -1: none.</param>
/// <param name="ValidUntil">VALID UNTIL as PostgreSQL writes it (ISO, UTC); null or infinity: for ever.</param>
/// <param name="IsExpired">Whether VALID UNTIL has passed.</param>
/// <param name="IsSession">Whether the session that reads this is the role's own.</param>
/// <param name="UsesIam">Whether it is a member of rds_iam, so that its password does not log in.</param>
/// <param name="Powers">The names of the roles with power over others among itself and those that it is a member of, at any depth; empty:
/// none.</param>
/// <param name="Settings">Its settings, for all databases and for single ones.</param>
internal sealed record RoleFacts(
    uint Oid,
    string Name,
    bool CanLogin,
    int ConnectionLimit,
    string? ValidUntil,
    bool IsExpired,
    bool IsSession,
    bool UsesIam,
    string Powers,
    string Comment,
    IReadOnlyList<RoleSetting> Settings);
