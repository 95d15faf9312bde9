using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.EndToEnd.Tests.Databases;

/// <summary>A server of this machine's own binaries.</summary>
internal sealed class LocalTestDatabase : ITestDatabase
{
    private readonly TestRoot _root;

    private LocalTestDatabase(LocalPostgresServer server, TestRoot root)
    {
        Server = server;
        _root = root;
    }

    /// <summary>The server itself, to stop, restart or kill.</summary>
    public LocalPostgresServer Server { get; }

    public string Host => Server.Host;

    public int Port => Server.Port;

    public string RootCertificateFile => _root.File;

    public string AdministratorPassword => Server.AdministratorPassword;

    public string AdministratorConnectionString => Server.AdministratorConnectionString;

    public static async Task<LocalTestDatabase> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var root = new TestRoot();
        try
        {
            var server = await LocalPostgresServer.StartAsync(new()
            {
                Certificate = root.IssueForThisMachine(),
                Settings = new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["log_statement"] = "all" },
            });
            return new(server, root);
        }
        catch
        {
            root.Dispose();
            throw;
        }
    }

    public Task<string> ReadLogAsync() => Server.ReadLogAsync();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _root.Dispose();
    }
}
