namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>One line of <c>pg_db_role_setting</c>: what <c>ALTER ROLE … [IN DATABASE …] SET</c> left.</summary>
/// <param name="Database">The database that it holds in; null: in all.</param>
/// <param name="Value">Its value as the catalogue keeps it (lists are flattened and quoted).</param>
internal sealed record RoleSetting(string? Database, string Name, string Value);
