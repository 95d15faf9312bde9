namespace RotationLambdas.PostgresRotation.Postgres.Catalog;

/// <summary>Two roles that alternate, or one that does not.</summary>
/// <param name="Original">The first role; null when no role has that name.</param>
/// <param name="Alternate">The second role; null when no role has that name, or no name was given.</param>
/// <param name="MemberMayAct">Whether the alternate may act as the original (membership with SET).</param>
/// <param name="MemberInherits">Whether the alternate has the original's rights without acting as it.</param>
/// <param name="Admin">The session's user.</param>
/// <param name="AdminMayChangeRoles">Whether the session's user has CREATEROLE or SUPERUSER.</param>
/// <param name="AdminOverOriginal">Whether it may change and grant the original: ADMIN OPTION from PostgreSQL 16 on, before always
/// true.</param>
/// <param name="Version">The server's version: 150018 is 15.18.</param>
internal sealed record PairFacts(
    RoleFacts? Original,
    RoleFacts? Alternate,
    bool MemberMayAct,
    bool MemberInherits,
    string Admin,
    bool AdminMayChangeRoles,
    bool AdminOverOriginal,
    bool AdminOverAlternate,
    int Version)
{
    /// <summary>The version from which on grants have the options INHERIT and SET, and changing a role takes ADMIN OPTION on it.</summary>
    public const int AdminOptionVersion = 160000;
}
