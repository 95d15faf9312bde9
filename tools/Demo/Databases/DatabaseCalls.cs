using Npgsql;

namespace RotationLambdas.Demo.Databases;

/// <summary>What the demo does to its server.</summary>
internal static class DatabaseCalls
{
    /// <summary>Runs a statement as the superuser.</summary>
    public static async Task AsAdministratorAsync(this IDemoDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.AdministratorConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Whether the server lets this user in with this password, over verified TLS.</summary>
    /// <exception cref="NpgsqlException">It cannot be asked, or refuses for another reason.</exception>
    public static async Task<bool> AcceptsAsync(this IDemoDatabase database, string user, string password)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ClientConnection(database.Host, database.Port, user, password, database.RootCertificateFile));
            await connection.OpenAsync();
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    /// <summary>What a client of the demo connects with: a connection of its own each time, verified TLS.</summary>
    public static string ClientConnection(string host, int port, string user, string password, string rootCertificateFile) => new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = port,
        Database = "postgres",
        Username = user,
        Password = password,
        SslMode = SslMode.VerifyFull,
        RootCertificate = rootCertificateFile,
        Pooling = false,
        Timeout = 60, // A machine that is busy is slow, which is no refusal.
    }.ConnectionString;
}
