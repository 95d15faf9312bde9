namespace RotationLambdas.PostgresRotation.Postgres.Roles;

/// <summary>A change of a role, other than of its password.</summary>
/// <param name="Statement">The SQL statement; it holds no secret value, so it is also the log's text.</param>
/// <param name="IsOptional">Whether the rotation goes on when the superuser may not make it.</param>
internal sealed record RoleChange(string Statement, bool IsOptional = false);
