using Npgsql;
using Testcontainers.PostgreSql;

namespace RotationLambdas.EndToEnd.Tests.Databases;

/// <summary>A server in a container.</summary>
internal sealed class ContainerTestDatabase : ITestDatabase
{
    private const string Password = "administrator-of-the-container";

    private readonly PostgreSqlContainer _container;
    private readonly TestRoot _root;

    private ContainerTestDatabase(PostgreSqlContainer container, TestRoot root)
    {
        _container = container;
        _root = root;
    }

    public string Host => _container.Hostname;

    public int Port => _container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort);

    public string RootCertificateFile => _root.File;

    public string AdministratorPassword => Password;

    public string AdministratorConnectionString => _container.GetConnectionString() + ";Pooling=false";

    public static async Task<ContainerTestDatabase> StartAsync(string image)
    {
        // Version 13 still makes md5 hashes unless told otherwise.
        var container = new PostgreSqlBuilder(image)
            .WithUsername("postgres")
            .WithPassword(Password)
            .WithDatabase("postgres")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256")
            .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
            .WithCommand("-c", "password_encryption=scram-sha-256", "-c", "log_statement=all", "-c", "fsync=off")
            .Build();
        var database = new ContainerTestDatabase(container, new TestRoot());
        try
        {
            await container.StartAsync();
            await database.TurnTlsOnAsync();
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async Task<string> ReadLogAsync()
    {
        var (output, error) = await _container.GetLogsAsync();
        return output + error;
    }

    public async ValueTask DisposeAsync()
    {
        await _container.DisposeAsync();
        _root.Dispose();
    }

    /// <summary>The certificate goes in through SQL, which needs nothing of the image and nothing of the engine.</summary>
    private async Task TurnTlsOnAsync()
    {
        var certificate = _root.IssueForThisMachine();
        await using var connection = new NpgsqlConnection(AdministratorConnectionString);
        await connection.OpenAsync();
        foreach (var sql in new[]
        {
            WriteFile("server.crt", certificate.CertificatePem),
            WriteFile("server.key", certificate.KeyPem),
            "ALTER SYSTEM SET ssl = on",
            "SELECT pg_reload_conf()",
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        await WaitForTlsAsync();
    }

    private static string WriteFile(string name, string text) =>
        $"COPY (SELECT unnest(string_to_array($pem${text.TrimEnd()}$pem$, E'\\n'))) TO PROGRAM 'umask 077; cat > {name}'";

    // The postmaster reads its configuration when the signal arrives, a moment after the call has returned.
    private async Task WaitForTlsAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(AdministratorConnectionString + ";SSL Mode=Require");
                await connection.OpenAsync(limit.Token);
                return;
            }
            catch (NpgsqlException) when (!limit.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }
}
