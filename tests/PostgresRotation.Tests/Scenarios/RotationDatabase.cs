using Npgsql;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What people do to the database of a <see cref="RotationSandbox"/>, and ask it.</summary>
internal static class RotationDatabase
{
    public static async Task ExecuteAsync(this RotationSandbox fixture, string sql)
    {
        await using NpgsqlConnection connection = new(fixture.Database.AdministratorConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        _ = await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks one value of the database, as its administrator or as somebody else.</summary>
    public static async Task<object?> AskAsync(this RotationSandbox fixture, string sql, AppValue? user = null)
    {
        await using NpgsqlConnection connection = new(user is null ? fixture.Database.AdministratorConnectionString : ConnectionString(fixture, user));
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static async Task<bool> AcceptsAsync(this RotationSandbox fixture, AppValue user)
    {
        try
        {
            _ = await fixture.AskAsync("SELECT 1", user);
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string ConnectionString(RotationSandbox fixture, AppValue user) => new NpgsqlConnectionStringBuilder
    {
        Host = fixture.Database.Host,
        Port = fixture.Database.Port,
        Username = user.UserName,
        Password = user.Password,
        Database = "postgres",
        Pooling = false,
    }.ConnectionString;
}
