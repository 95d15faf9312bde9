namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>The attributes that give a role power of its own and are not inherited through membership (PostgreSQL documentation, "Role
/// Attributes").</summary>
[Flags]
internal enum RoleAttributes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>SUPERUSER.</summary>
    Superuser = 1,

    /// <summary>CREATEROLE.</summary>
    CreateRole = 2,

    /// <summary>CREATEDB.</summary>
    CreateDatabase = 4,

    /// <summary>REPLICATION.</summary>
    Replication = 8,

    /// <summary>BYPASSRLS.</summary>
    BypassRowSecurity = 16,
}
