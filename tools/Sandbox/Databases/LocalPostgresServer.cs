using System.Net.Sockets;

namespace RotationLambdas.Sandbox.Databases;

/// <summary>A PostgreSQL server of this machine's own binaries, in a temporary folder and on a port of its own. Nothing of it is left once
/// it is disposed of, nor when the process that started it is killed.</summary>
public sealed class LocalPostgresServer : IAsyncDisposable
{
    public const string Administrator = "postgres";

    private readonly PostgresBinaries _binaries;
    private readonly string _folder;
    private readonly Process _guard;

    private LocalPostgresServer(PostgresBinaries binaries, string folder, Process guard, string administratorPassword)
    {
        _binaries = binaries;
        _folder = folder;
        _guard = guard;
        AdministratorPassword = administratorPassword;
    }

    public string Host { get; } = "127.0.0.1";

    public int Port { get; private set; }

    public string AdministratorPassword { get; }

    public string AdministratorConnectionString =>
        $"Host={_folder};Port={Port};Username={Administrator};Password={AdministratorPassword};Database=postgres;Pooling=false";

    private string DataFolder => Path.Combine(_folder, "data");

    private string LogFile => Path.Combine(_folder, "server.log");

    public static async Task<LocalPostgresServer> StartAsync(
        LocalPostgresOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var binaries = PostgresBinaries.Find() ?? throw new PostgresMissingException();
        var folder = CreateFolder();
        await ServerAccount.OwnAsync(folder, cancellationToken);
        var guard = StartGuard(binaries, folder);
        try
        {
            var password = await ClusterTemplate.CopyToAsync(binaries, Path.Combine(folder, "data"), cancellationToken);
            var server = new LocalPostgresServer(binaries, folder, guard, password);
            await ServerFiles.WriteAsync(server.DataFolder, folder, options, cancellationToken);
            await server.StartOnFreePortAsync(cancellationToken);
            return server;
        }
        catch
        {
            await EndGuardAsync(guard);
            throw;
        }
    }

    public Task<string> ReadLogAsync(CancellationToken cancellationToken = default) => File.ReadAllTextAsync(LogFile, cancellationToken);

    public ValueTask DisposeAsync() => new(EndGuardAsync(_guard));

    private async Task StartOnFreePortAsync(CancellationToken cancellationToken)
    {
        // Between finding a free port and the server's taking it, another process may be faster.
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort();
            try
            {
                await ServerAccount.RunAsync(
                    _binaries["pg_ctl"], ["-D", DataFolder, "-w", "-l", LogFile, "-o", $"-p {Port}", "start"], _folder, cancellationToken);
                return;
            }
            catch (PostgresStartException) when (attempt < 5 && IsPortTaken())
            {
            }
            catch (PostgresStartException) when (File.Exists(LogFile))
            {
                throw new PostgresStartException("PostgreSQL did not start. Its log: " + await ReadLogAsync(cancellationToken));
            }
        }
    }

    private bool IsPortTaken() =>
        File.Exists(LogFile) && File.ReadAllText(LogFile).Contains("Address already in use", StringComparison.Ordinal);

    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    // A data folder is a thousand small files: Linux makes them in memory in an eighth of the time that a disk takes.
    private static string CreateFolder()
    {
        const string Memory = "/dev/shm";
        const long Room = 2L << 30; // In bytes. A container may have 64 MiB there, and a server takes 30 MiB and more.
        return OperatingSystem.IsLinux() && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room
            ? Directory.CreateDirectory(
                Path.Combine(Memory, $"rotationlambdas-pg-{Guid.NewGuid():N}"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName
            : Directory.CreateTempSubdirectory("rotationlambdas-pg-").FullName;
    }

    private static Process StartGuard(PostgresBinaries binaries, string folder)
    {
        const string Script = """
            trap '' INT HUP TERM
            cat > /dev/null
            "$1" -D "$2/data" -m immediate -w stop
            cd / && rm -rf "$2"
            """;
        var command = ServerAccount.Command("sh", ["-c", Script, "guard", binaries["pg_ctl"], folder], folder);
        command.RedirectStandardInput = true;
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        return Process.Start(command)!;
    }

    private static async Task EndGuardAsync(Process guard)
    {
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
    }
}
