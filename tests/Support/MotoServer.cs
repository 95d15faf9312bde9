using System.Net.Sockets;

namespace RotationLambdas.Support;

/// <summary>A process of <c>moto_server</c>: somebody else's idea of AWS.</summary>
internal sealed class MotoServer : IAsyncDisposable
{
    private readonly Process _process;

    private MotoServer(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where it answers.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="tasksPerService">How many tasks run of each service of Amazon ECS; its deployment has ended then.</param>
    public static async Task<MotoServer> StartAsync(int tasksPerService = 0)
    {
        var program = Tool.PathOf("moto_server")
            ?? throw new InvalidOperationException("moto_server is not on PATH. Install it with `pip install 'moto[server]'`.");
        var port = FreePort();
        var start = new ProcessStartInfo(
            program, ["--host", "127.0.0.1", "--port", $"{port}"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MOTO_ECS_SERVICE_RUNNING"] = $"{tasksPerService}";
        var server = new MotoServer(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        await server.WhenReadyAsync();
        return server;
    }

    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WhenReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var http = new HttpClient();
        while (!_process.HasExited)
        {
            try
            {
                await http.GetAsync(new Uri(Endpoint, "/moto-api/"), limit.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
            }
        }

        throw new InvalidOperationException("moto_server ended at once.");
    }
}
