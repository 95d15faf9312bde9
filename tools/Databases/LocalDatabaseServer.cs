using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Databases;

public sealed class LocalDatabaseServer : IDatabaseServer
{
    private readonly ServerTls _tls;

    private LocalDatabaseServer(LocalPostgresServer server, ServerTls tls)
    {
        Server = server;
        _tls = tls;
    }

    public LocalPostgresServer Server { get; }

    public string Description => "PostgreSQL from this machine's binaries";

    public string Host => Server.Host;

    public int Port => Server.Port;

    public string RootCertificateFile => _tls.RootCertificateFile;

    public string AdministratorPassword => Server.AdministratorPassword;

    public string AdministratorConnectionString => Server.AdministratorConnectionString;

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

    public Task<string> ReadLogAsync() => Server.ReadLogAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _tls.Dispose();
    }
}
