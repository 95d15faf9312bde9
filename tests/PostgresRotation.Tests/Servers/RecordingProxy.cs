using System.Buffers.Binary;
using System.Net.Sockets;

namespace RotationLambdas.PostgresRotation.Tests.Servers;

/// <summary>Somebody on the path to a server, who reads and changes every statement that is sent without TLS. What is sent with TLS
/// passes.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private const int TlsRequest = 80877103;

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly (string Host, int Port) _server;
    private readonly (string Host, int Port) _withoutTls;
    private readonly Task _accepting;

    /// <param name="host">The server's host.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="withoutTls">The port on 127.0.0.1 that connections without TLS are led to; null: the same server.</param>
    /// <param name="at">Where to listen; null: on a free port of 127.0.0.1.</param>
    public RecordingProxy(string host, int port, int? withoutTls = null, IPEndPoint? at = null)
    {
        _server = (host, port);
        _withoutTls = withoutTls is { } other ? ("127.0.0.1", other) : _server;
        _listener = new(at ?? new(IPAddress.Loopback, 0));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Gives the statement to send in the place of the client's.</summary>
    public Func<string, string> Rewrite { get; init; } = statement => statement;

    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>The startup messages' parameters, as name and value one after the other.</summary>
    public ConcurrentQueue<string> Startups { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> handled = [];
        try
        {
            while (true)
            {
                handled.Add(HandleAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(handled);
        }
    }

    private async Task HandleAsync(TcpClient client)
    {
        using TcpClient server = new();
        using (client)
        {
            try
            {
                var startup = await ReadAsync(client.GetStream(), 4);
                var hasTls = BinaryPrimitives.ReadInt32BigEndian(startup.AsSpan(4)) == TlsRequest;
                var (host, port) = hasTls ? _server : _withoutTls;
                await server.ConnectAsync(host, port, _end.Token);
                var (from, to) = (client.GetStream(), server.GetStream());
                await to.WriteAsync(startup, _end.Token);
                if (!hasTls)
                {
                    Startups.Enqueue(Encoding.UTF8.GetString(startup.AsSpan(8)).Replace('\0', ' '));
                }

                await Task.WhenAny(to.CopyToAsync(from, _end.Token), hasTls ? from.CopyToAsync(to, _end.Token) : RecordAsync(from, to));
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // One side left, or the test is over.
            }
        }
    }

    private async Task RecordAsync(Stream from, Stream to)
    {
        while (true)
        {
            var message = await ReadAsync(from, 5);
            if ((char)message[0] is 'P' or 'Q')
            {
                message = Record(message);
            }

            await to.WriteAsync(message, _end.Token);
        }
    }

    /// <summary>Reads one message whole; the last four bytes of its head are its length without the type.</summary>
    private async Task<byte[]> ReadAsync(Stream from, int headLength)
    {
        var head = new byte[headLength];
        await from.ReadExactlyAsync(head, _end.Token);
        var message = new byte[headLength - 4 + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(headLength - 4))];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(headLength), _end.Token);
        return message;
    }

    /// <summary>Records a Query or a Parse message, whose statement follows a name, and rewrites it.</summary>
    private byte[] Record(byte[] message)
    {
        var start = message[0] == 'Q' ? 5 : Array.IndexOf(message, (byte)0, 5) + 1;
        var end = Array.IndexOf(message, (byte)0, start);
        var statement = Encoding.UTF8.GetString(message.AsSpan(start, end - start));
        Statements.Enqueue(statement);
        byte[] rewritten = [.. message.AsSpan(0, start), .. Encoding.UTF8.GetBytes(Rewrite(statement)), .. message.AsSpan(end)];
        BinaryPrimitives.WriteInt32BigEndian(rewritten.AsSpan(1), rewritten.Length - 1);
        return rewritten;
    }
}
