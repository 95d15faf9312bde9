namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>The settings that a session starts with.</summary>
internal enum SessionSettings
{
    /// <summary>Fixed ones, which neither the database nor the role can replace.</summary>
    Fixed,

    /// <summary>Those that the database and the role give every session of this user, as an application gets them.</summary>
    UsersOwn,
}
