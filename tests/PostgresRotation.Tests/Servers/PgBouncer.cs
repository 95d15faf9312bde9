namespace RotationLambdas.PostgresRotation.Tests.Servers;

/// <summary>A pgbouncer with a password list of its own, on a free port of 127.0.0.1.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private PgBouncer(DirectoryInfo folder, Process process, int port) => (_folder, _process, Port) = (folder, process, port);

    public int Port { get; }

    /// <summary>Starts it.</summary>
    /// <param name="databases">Server by database name; each leads to the database postgres there.</param>
    /// <param name="passwords">The passwords that it knows, in plain text, by user.</param>
    /// <param name="settings">Further lines of its configuration.</param>
    public static async Task<PgBouncer> StartAsync(
        IReadOnlyDictionary<string, (string Host, int Port)> databases, IReadOnlyDictionary<string, string> passwords,
        string settings = "pool_mode = transaction")
    {
        var folder = Directory.CreateTempSubdirectory("rotationlambdas-pgbouncer-");
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = (UnixFileMode)0b111_101_101;
        }

        var list = Path.Combine(folder.FullName, "users.txt");
        var configuration = Path.Combine(folder.FullName, "pgbouncer.ini");
        await File.WriteAllLinesAsync(list, passwords.Select(user => $"\"{user.Key}\" \"{user.Value}\""));

        // Between finding a free port and the pooler's taking it, another process may be faster.
        for (var attempt = 1; ; attempt++)
        {
            var port = LocalPostgresServer.FreePort();
            await File.WriteAllTextAsync(configuration, string.Create(CultureInfo.InvariantCulture, $"""
                [databases]
                {string.Join('\n', databases.Select(database => $"{database.Key} = host={database.Value.Host} port={database.Value.Port} dbname=postgres"))}
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = {list}
                {settings}
                """));
            var process = Process.Start(
                new ProcessStartInfo(
                    "pgbouncer",
                    [.. Environment.IsPrivilegedProcess ? ["-u", "postgres"] : Array.Empty<string>(), configuration])
                { RedirectStandardError = true })!;
            TaskCompletionSource<bool> isUp = new();
            StringBuilder log = new();
            process.ErrorDataReceived += (_, line) =>
            {
                _ = log.AppendLine(line.Data);
                if (line.Data is null || line.Data.Contains("process up", StringComparison.Ordinal))
                {
                    _ = isUp.TrySetResult(line.Data is not null);
                }
            };
            process.BeginErrorReadLine();
            if (await isUp.Task)
            {
                return new(folder, process, port);
            }

            process.Dispose();
            if (attempt == 5)
            {
                throw new InvalidOperationException($"pgbouncer did not start: {log}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
