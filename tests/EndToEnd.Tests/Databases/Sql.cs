using Npgsql;
using RotationLambdas.EndToEnd.Tests.Fixtures;

namespace RotationLambdas.EndToEnd.Tests.Databases;

/// <summary>SQL as the tests need it.</summary>
internal static class Sql
{
    /// <summary>Runs a statement and returns its first value.</summary>
    public static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Runs a statement as the superuser.</summary>
    public static Task<object?> AsAdministratorAsync(this ITestDatabase database, string sql) => ScalarAsync(database.AdministratorConnectionString, sql);

    /// <summary>Whether the server lets this user in with this password, over verified TLS.</summary>
    /// <exception cref="PostgresException">It refuses for another reason than the password.</exception>
    public static async Task<bool> AcceptsAsync(this ITestDatabase database, string user, string password)
    {
        try
        {
            await ScalarAsync(database.ConnectionString(user, password), "SELECT 1");
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    /// <summary>What a client of the test database connects with.</summary>
    public static string ConnectionString(this ITestDatabase database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = database.Host,
        Port = database.Port,
        Database = "postgres",
        Username = user,
        Password = password,
        SslMode = SslMode.VerifyFull,
        RootCertificate = database.RootCertificateFile,
        Pooling = false,
        Timeout = 10,
    }.ConnectionString;

    /// <summary>The secret of a user of this database, as many people have it: no engine, and the port as a string.</summary>
    public static TestSecret SecretOf(this ITestDatabase database, string user, string password) => new(user, password, database.Host, database.Port);
}
