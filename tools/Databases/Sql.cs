using Npgsql;

namespace RotationLambdas.Databases;

/// <summary>SQL statements against a server, each on a connection of its own.</summary>
public static class Sql
{
    public static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static Task<object?> AsAdministratorAsync(this IDatabaseServer database, string sql) =>
        ScalarAsync(database.AdministratorConnectionString, sql);

    /// <summary>Whether the server accepts this user with this password, over verified TLS.</summary>
    /// <exception cref="PostgresException">It refuses for another reason than the password.</exception>
    public static Task<bool> AcceptsAsync(this IDatabaseServer database, string user, string password) =>
        AcceptsAsync(database.ConnectionString(user, password));

    /// <inheritdoc cref="AcceptsAsync(IDatabaseServer, string, string)"/>
    public static async Task<bool> AcceptsAsync(string connectionString)
    {
        try
        {
            await ScalarAsync(connectionString, "SELECT 1");
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return false;
        }
    }

    public static string ConnectionString(this IDatabaseServer database, string user, string password) =>
        ConnectionString(database.Host, database.Port, user, password, database.RootCertificateFile);

    /// <summary>A connection string with verified TLS and no pool.</summary>
    public static string ConnectionString(string host, int port, string user, string password, string rootCertificateFile) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = host,
            Port = port,
            Database = "postgres",
            Username = user,
            Password = password,
            SslMode = SslMode.VerifyFull,
            RootCertificate = rootCertificateFile,
            Pooling = false,
            Timeout = 60, // A busy machine is slow, which is not a refusal.
        }.ConnectionString;
}
