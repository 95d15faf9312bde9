using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Databases;

/// <summary>A server of this machine's own binaries.</summary>
public sealed class LocalDatabaseServer : IDatabaseServer
{
    private readonly ServerTls _tls;

    private LocalDatabaseServer(LocalPostgresServer server, ServerTls tls)
    {
        Server = server;
        _tls = tls;
    }

    /// <summary>The server itself, to stop, restart or kill.</summary>
    public LocalPostgresServer Server { get; }

    /// <inheritdoc/>
    public string Description => "PostgreSQL from this machine's binaries";

    /// <inheritdoc/>
    public string Host => Server.Host;

    /// <inheritdoc/>
    public int Port => Server.Port;

    /// <inheritdoc/>
    public string RootCertificateFile => _tls.RootCertificateFile;

    /// <inheritdoc/>
    public string AdministratorPassword => Server.AdministratorPassword;

    /// <inheritdoc/>
    public string AdministratorConnectionString => Server.AdministratorConnectionString;

    /// <summary>Starts a server.</summary>
    /// <param name="settings">Settings for its postgresql.conf.</param>
    /// <param name="cancellationToken">Ends the start.</param>
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

    /// <inheritdoc/>
    public Task<string> ReadLogAsync() => Server.ReadLogAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _tls.Dispose();
    }
}
