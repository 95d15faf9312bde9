using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RotationLambdas.PostgresRotation.Tests.Servers;

/// <summary>Forwards connections without TLS to a server, and records every statement that a client sends.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _server;
    private readonly Task _accepting;

    public RecordingProxy(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>The startup messages' parameters, as name and value one after the other.</summary>
    public ConcurrentQueue<string> Startups { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
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
                await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
                await Task.WhenAny(server.GetStream().CopyToAsync(client.GetStream(), _end.Token), RecordAsync(client.GetStream(), server.GetStream()));
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // One side left, or the test is over.
            }
        }
    }

    private async Task RecordAsync(Stream from, Stream to)
    {
        var isStartup = true;
        var head = new byte[5];
        while (true)
        {
            var length = isStartup ? 4 : 5;
            await from.ReadExactlyAsync(head.AsMemory(0, length), _end.Token);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(length - 4)) - 4];
            await from.ReadExactlyAsync(body, _end.Token);
            Record(isStartup ? 'S' : (char)head[0], body, isStartup);
            isStartup = false;
            await to.WriteAsync(head.AsMemory(0, length), _end.Token);
            await to.WriteAsync(body, _end.Token);
        }
    }

    private void Record(char type, byte[] body, bool isStartup)
    {
        var texts = Encoding.UTF8.GetString(body).Split('\0');
        if (isStartup)
        {
            Startups.Enqueue(Encoding.UTF8.GetString(body.AsSpan(4)).Replace('\0', ' '));
        }
        else if (type == 'Q')
        {
            Statements.Enqueue(texts[0]);
        }
        else if (type == 'P')
        {
            Statements.Enqueue(texts[1]);
        }
    }
}
