using Npgsql;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What people do to the database of a <see cref="RotationSandbox"/>, and ask it.</summary>
internal static class RotationDatabase
{
    /// <summary>Runs a statement as the database's administrator.</summary>
    public static async Task ExecuteAsync(this RotationSandbox world, string sql)
    {
        await using NpgsqlConnection connection = new(world.Database.AdministratorConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        _ = await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks one value of the database, as its administrator or as somebody else.</summary>
    public static async Task<object?> AskAsync(this RotationSandbox world, string sql, AppValue? user = null)
    {
        await using NpgsqlConnection connection = new(user is null ? world.Database.AdministratorConnectionString : ConnectionString(world, user));
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Whether the database lets somebody in.</summary>
    public static async Task<bool> AcceptsAsync(this RotationSandbox world, AppValue user)
    {
        try
        {
            _ = await world.AskAsync("SELECT 1", user);
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string ConnectionString(RotationSandbox world, AppValue user) => new NpgsqlConnectionStringBuilder
    {
        Host = world.Database.Host,
        Port = world.Database.Port,
        Username = user.UserName,
        Password = user.Password,
        Database = "postgres",
        Pooling = false,
    }.ConnectionString;
}
