namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>What a rotation needs to know of a role.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CanLogin">Whether it has LOGIN.</param>
/// <param name="Inherits">Whether it has INHERIT.</param>
/// <param name="Attributes">Its power of its own.</param>
/// <param name="ConnectionLimit">CONNECTION LIMIT; -1: none.</param>
/// <param name="ValidUntil">VALID UNTIL as PostgreSQL writes it (ISO, UTC); null: for ever.</param>
/// <param name="MemberOf">The roles that it is directly a member of.</param>
/// <param name="Settings">Its settings, for all databases and for single ones.</param>
internal sealed record RoleDescription(
    string Name,
    bool CanLogin,
    bool Inherits,
    RoleAttributes Attributes,
    int ConnectionLimit,
    string? ValidUntil,
    IReadOnlyList<string> MemberOf,
    IReadOnlyList<RoleSetting> Settings);
