using System.Buffers.Binary;
using System.Net.Sockets;

namespace RotationLambdas.EndToEnd.Tests.HostileInput;

/// <summary>Something on a port that is not PostgreSQL: it treats every connection as configured.</summary>
internal sealed class BadServer : IAsyncDisposable
{
    /// <summary>A line that must not begin one of the log's.</summary>
    public const string Forged = "[ERROR] forged";

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

    /// <summary>Accepts and sends nothing.</summary>
    public static BadServer Silent() => new((_, stopping) => Task.Delay(Timeout.InfiniteTimeSpan, stopping));

    /// <summary>Sends one byte a second of a message that it announces as a long one.</summary>
    public static BadServer Slow() => new(async (stream, stopping) =>
    {
        await stream.WriteAsync(new byte[] { (byte)'N', 0, 0, 0x10, 0 }, stopping);
        while (true)
        {
            await stream.WriteAsync(new byte[] { (byte)'.' }, stopping);
            await Task.Delay(TimeSpan.FromSeconds(1), stopping);
        }
    });

    public static BadServer Web() =>
        new(async (stream, stopping) =>
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray(), stopping));

    /// <summary>Speaks PostgreSQL until the password is due, and then asks for two billion SCRAM iterations.</summary>
    public static BadServer Laborious() => new(async (stream, stopping) =>
    {
        await ReadAsync(stream, hasType: false, stopping);
        await AskAsync(stream, 10, "SCRAM-SHA-256\0\0", stopping);
        var first = await ReadAsync(stream, hasType: true, stopping);
        var nonce = first[(first.IndexOf(",r=", StringComparison.Ordinal) + 3)..];
        await AskAsync(stream, 11, $"r={nonce}server,s=c2FsdHNhbHRzYWx0c2FsdA==,i=2000000000", stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
    });

    /// <summary>Answers with an error of 200 KB that holds line breaks and lines of a log.</summary>
    public static BadServer Forging() => new(async (stream, stopping) =>
    {
        await ReadAsync(stream, hasType: false, stopping);
        await SendAsync(
            stream, 'E', [], $"SFATAL\0CXX000\0Modd\r\n{Forged}\u2028{Forged}\u001b[2J{new string('x', 200_000)}\0\0", stopping);
    });

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _stopping.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private static async Task<string> ReadAsync(NetworkStream stream, bool hasType, CancellationToken stopping)
    {
        var head = new byte[hasType ? 5 : 4];
        await stream.ReadExactlyAsync(head, stopping);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(hasType ? 1 : 0)) - 4];
        await stream.ReadExactlyAsync(body, stopping);
        return Encoding.UTF8.GetString(body);
    }

    private static Task AskAsync(NetworkStream stream, byte kind, string text, CancellationToken stopping) =>
        SendAsync(stream, 'R', [0, 0, 0, kind], text, stopping);

    private static async Task SendAsync(NetworkStream stream, char type, byte[] head, string text, CancellationToken stopping)
    {
        byte[] message = [(byte)type, 0, 0, 0, 0, .. head, .. Encoding.UTF8.GetBytes(text)];
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), message.Length - 1);
        await stream.WriteAsync(message, stopping);
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
        catch (Exception closed) when (closed is IOException or OperationCanceledException)
        {
            // The function hung up, or the test is over.
        }
    }
}
