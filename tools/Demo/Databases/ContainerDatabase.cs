using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace RotationLambdas.Demo.Databases;

/// <summary>A server in a container.</summary>
internal sealed class ContainerDatabase : IDemoDatabase
{
    private readonly string _container;
    private readonly DemoRoot _root = new();

    private ContainerDatabase(string image, string container, int port, string password)
    {
        _container = container;
        Description = $"PostgreSQL in a container of {image}";
        Port = port;
        AdministratorPassword = password;
    }

    public string Description { get; }

    public string Host => "127.0.0.1";

    public int Port { get; }

    public string AdministratorPassword { get; }

    public string AdministratorConnectionString =>
        $"Host={Host};Port={Port};Username=postgres;Password={AdministratorPassword};Database=postgres;Pooling=false;Timeout=3";

    public string RootCertificateFile => _root.File;

    public static async Task<IDemoDatabase> StartAsync(string image, CancellationToken cancellationToken)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var run = await DockerEngine.RunAsync(
            ["run", "--detach", "--rm", "--pull", "never", "--env", "POSTGRES_PASSWORD=" + password, "--publish", "127.0.0.1::5432", image,
             "postgres", "-c", "log_statement=all", "-c", "fsync=off"],
            cancellationToken);
        var container = run.Output.Trim();
        ContainerDatabase? database = null;
        try
        {
            var mapping = (await DockerEngine.RunAsync(["port", container, "5432/tcp"], cancellationToken)).Output.Split('\n')[0];
            database = new(image, container, int.Parse(mapping[(mapping.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture), password);
            await database.WhenReadyAsync("Prefer", cancellationToken);
            await database.TurnTlsOnAsync(cancellationToken);
            return database;
        }
        catch
        {
            await DockerEngine.RunAsync(["rm", "--force", "--volumes", container], CancellationToken.None);
            database?._root.Dispose();
            throw;
        }
    }

    public async Task<string> ReadLogAsync()
    {
        var (output, error) = await DockerEngine.RunAsync(["logs", _container], CancellationToken.None);
        return output + error;
    }

    public async ValueTask DisposeAsync()
    {
        await DockerEngine.RunAsync(["rm", "--force", "--volumes", _container], CancellationToken.None);
        _root.Dispose();
    }

    private async Task WhenReadyAsync(string tls, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1", limit.Token, tls);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            }
        }
    }

    // Through SQL, which needs nothing but the server: the image and its folders are somebody else's.
    private async Task TurnTlsOnAsync(CancellationToken cancellationToken)
    {
        var certificate = _root.Issue();
        await ExecuteAsync(WriteFile("server.crt", certificate.CertificatePem), cancellationToken);
        await ExecuteAsync(WriteFile("server.key", certificate.KeyPem), cancellationToken);
        await ExecuteAsync("ALTER SYSTEM SET ssl = on", cancellationToken);
        await ExecuteAsync("SELECT pg_reload_conf()", cancellationToken);
        await WhenReadyAsync("Require", cancellationToken);
    }

    private static string WriteFile(string name, string text) =>
        $"COPY (SELECT unnest(string_to_array($pem${text.TrimEnd()}$pem$, E'\\n'))) TO PROGRAM 'umask 077; cat > {name}'";

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, string tls = "Prefer")
    {
        await using var connection = new NpgsqlConnection($"{AdministratorConnectionString};SSL Mode={tls}");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
