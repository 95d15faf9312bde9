using System.Buffers.Binary;
using System.Net.Sockets;

namespace RotationLambdas.PostgresRotation.Tests.Servers;

/// <summary>Somebody on the path to a server, who reads and changes every statement that is sent without TLS. What is sent with TLS
/// passes.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private const int TlsRequest = 80877103;

    private readonly ScriptedServer _listener;
    private readonly (string Host, int Port) _server;
    private readonly (string Host, int Port) _withoutTls;

    /// <param name="host">The server's host.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="withoutTls">The port on 127.0.0.1 that connections without TLS are led to; null: the same server.</param>
    /// <param name="at">Where to listen; null: on a free port of 127.0.0.1.</param>
    public RecordingProxy(string host, int port, int? withoutTls = null, IPEndPoint? at = null)
    {
        _server = (host, port);
        _withoutTls = withoutTls is { } other ? ("127.0.0.1", other) : _server;
        _listener = new(HandleAsync, at);
    }

    public int Port => _listener.Port;

    /// <summary>Gives the statement to send in the place of the client's.</summary>
    public Func<string, string> Rewrite { get; init; } = statement => statement;

    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>The startup messages' parameters, as name and value one after the other.</summary>
    public ConcurrentQueue<string> Startups { get; } = new();

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task HandleAsync(ScriptedConnection client)
    {
        using TcpClient server = new();
        var startup = await ReadAsync(client.Stream, 4, client.End);
        var hasTls = BinaryPrimitives.ReadInt32BigEndian(startup.AsSpan(4)) == TlsRequest;
        var (host, port) = hasTls ? _server : _withoutTls;
        await server.ConnectAsync(host, port, client.End);
        var (from, to) = (client.Stream, server.GetStream());
        await to.WriteAsync(startup, client.End);
        if (!hasTls)
        {
            Startups.Enqueue(Encoding.UTF8.GetString(startup.AsSpan(8)).Replace('\0', ' '));
        }

        await Task.WhenAny(
            to.CopyToAsync(from, client.End), hasTls ? from.CopyToAsync(to, client.End) : RecordAsync(from, to, client.End));
    }

    private async Task RecordAsync(Stream from, Stream to, CancellationToken end)
    {
        while (true)
        {
            var message = await ReadAsync(from, 5, end);
            if ((char)message[0] is 'P' or 'Q')
            {
                message = Record(message);
            }

            await to.WriteAsync(message, end);
        }
    }

    /// <summary>Reads one message whole; the last four bytes of its head are its length without the type.</summary>
    private static async Task<byte[]> ReadAsync(Stream from, int headLength, CancellationToken end)
    {
        var head = new byte[headLength];
        await from.ReadExactlyAsync(head, end);
        var message = new byte[headLength - 4 + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(headLength - 4))];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(headLength), end);
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
