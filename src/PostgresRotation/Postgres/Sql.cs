namespace RotationLambdas.PostgresRotation.Postgres;

/// <summary>Makes SQL text of values, for the statements that take no parameters (PostgreSQL documentation, "Lexical Structure"). The
/// result does not depend on <c>standard_conforming_strings</c>.</summary>
internal static class Sql
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string value)
    {
        var quoted = $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        return value.Contains('\\', StringComparison.Ordinal) ? " E" + quoted.Replace(@"\", @"\\", StringComparison.Ordinal) : quoted;
    }
}
