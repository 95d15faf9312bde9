using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.Demo.Databases;

/// <summary>A server of this machine's binaries.</summary>
internal sealed class BinariesDatabase : IDemoDatabase
{
    private readonly LocalPostgresServer _server;
    private readonly DemoRoot _root;

    private BinariesDatabase(LocalPostgresServer server, DemoRoot root)
    {
        _server = server;
        _root = root;
    }

    public string Description => "PostgreSQL from this machine's binaries";

    public string Host => _server.Host;

    public int Port => _server.Port;

    public string AdministratorPassword => _server.AdministratorPassword;

    public string AdministratorConnectionString => _server.AdministratorConnectionString;

    public string RootCertificateFile => _root.File;

    public static async Task<IDemoDatabase> StartAsync(CancellationToken cancellationToken)
    {
        var root = new DemoRoot();
        try
        {
            var options = new LocalPostgresOptions { Certificate = root.Issue(), Settings = new Dictionary<string, string> { ["log_statement"] = "all" } };
            return new BinariesDatabase(await LocalPostgresServer.StartAsync(options, cancellationToken), root);
        }
        catch
        {
            root.Dispose();
            throw;
        }
    }

    public Task<string> ReadLogAsync() => _server.ReadLogAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _root.Dispose();
    }
}
