namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>A user name and its password. The password is for the login alone: it is in no text that this type makes.</summary>
/// <param name="UserName">The role's name as PostgreSQL has it, case and all.</param>
internal sealed record Credential(string UserName, string Password)
{
    /// <summary>The user's name alone.</summary>
    public override string ToString() => $"Credential of {UserName}";
}
