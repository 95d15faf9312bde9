using System.Net;
using System.Net.Sockets;

namespace RotationLambdas.EndToEnd.Tests.HostileInput;

/// <summary>Something on a port that is no PostgreSQL: it does to every connection what it is told.</summary>
internal sealed class BadServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _connections = [];
    private readonly Func<NetworkStream, CancellationToken, Task> _behaviour;
    private readonly Task _accepting;

    private BadServer(Func<NetworkStream, CancellationToken, Task> behaviour)
    {
        _behaviour = behaviour;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Accepts and says nothing.</summary>
    public static BadServer Silent() => new((_, stopping) => Task.Delay(Timeout.InfiniteTimeSpan, stopping));

    /// <summary>Says one byte a second of a message that it announces as a long one.</summary>
    public static BadServer Slow() => new(async (stream, stopping) =>
    {
        await stream.WriteAsync(new byte[] { (byte)'N', 0, 0, 0x10, 0 }, stopping);
        while (true)
        {
            await stream.WriteAsync(new byte[] { (byte)'.' }, stopping);
            await Task.Delay(TimeSpan.FromSeconds(1), stopping);
        }
    });

    /// <summary>Answers as a web server does.</summary>
    public static BadServer Web() => new(async (stream, stopping) => await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray(), stopping));

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _stopping.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token)));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await _behaviour(stream, _stopping.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The function hung up, or the test is over.
        }
    }
}
