using System.Buffers.Binary;

namespace RotationLambdas.PostgresRotation.Tests.Servers;

/// <summary>One connection to a <see cref="ScriptedServer"/>, seen from the server.</summary>
internal sealed record ScriptedConnection(Stream Stream, CancellationToken End)
{
    /// <summary>Reads a message without a type: SSLRequest or the startup message.</summary>
    public async Task ReadStartupAsync()
    {
        var length = new byte[4];
        await Stream.ReadExactlyAsync(length, End);
        await Stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4], End);
    }

    public async Task<byte[]> ReadMessageAsync()
    {
        var head = new byte[5];
        await Stream.ReadExactlyAsync(head, End);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4];
        await Stream.ReadExactlyAsync(body, End);
        return body;
    }

    public Task SendByteAsync(char answer) => Stream.WriteAsync(new[] { (byte)answer }, End).AsTask();

    /// <summary>Asks for an authentication: 0 is "you are in", 3 cleartext, 5 md5, 10 SASL, 11 and 12 its continuation and end.</summary>
    public Task SendAuthenticationAsync(int kind, params byte[] rest)
    {
        var body = new byte[4 + rest.Length];
        BinaryPrimitives.WriteInt32BigEndian(body, kind);
        rest.CopyTo(body, 4);
        return SendAsync('R', body);
    }

    public Task SendErrorAsync(string sqlState, string text) =>
        SendAsync('E', Encoding.UTF8.GetBytes($"SFATAL\0VFATAL\0C{sqlState}\0M{text}\0\0"));

    public Task SendAsync(char type, ReadOnlySpan<byte> body)
    {
        var message = new byte[5 + body.Length];
        message[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message.AsSpan(5));
        return Stream.WriteAsync(message, End).AsTask();
    }

    /// <summary>Leads the connection to a server on 127.0.0.1.</summary>
    public async Task ForwardAsync(int port)
    {
        using System.Net.Sockets.TcpClient server = new();
        await server.ConnectAsync(System.Net.IPAddress.Loopback, port, End);
        await Task.WhenAny(Stream.CopyToAsync(server.GetStream(), End), server.GetStream().CopyToAsync(Stream, End));
    }

    public Task StaySilentAsync() => Task.Delay(Timeout.Infinite, End);
}
