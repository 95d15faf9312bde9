using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Databases;

public sealed class LocalDatabaseServer : IDatabaseServer
{
    private readonly LocalPostgresServer _server;
    private readonly ServerTls _tls;

    private LocalDatabaseServer(LocalPostgresServer server, ServerTls tls) => (_server, _tls) = (server, tls);

    public string Description => "PostgreSQL from this machine's binaries";

    public string Host => _server.Host;

    public int Port => _server.Port;

    public string RootCertificateFile => _tls.RootCertificateFile;

    public string AdministratorPassword => _server.AdministratorPassword;

    public string AdministratorConnectionString => _server.AdministratorConnectionString;

    /// <summary>Starts a server.</summary>
    /// <exception cref="PostgresMissingException">This machine has no PostgreSQL binaries.</exception>
    /// <exception cref="PostgresStartException">It did not start; the message holds its log.</exception>
    public static async Task<LocalDatabaseServer> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, CancellationToken cancellationToken = default)
    {
        var tls = new ServerTls();
        try
        {
            var options = new LocalPostgresOptions
            {
                Certificate = tls.Issue(),
                Settings = new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["log_statement"] = "all" },
            };
            return new(await LocalPostgresServer.StartAsync(options, cancellationToken), tls);
        }
        catch
        {
            tls.Dispose();
            throw;
        }
    }

    public Task<string> ReadLogAsync() => _server.ReadLogAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _tls.Dispose();
    }
}
