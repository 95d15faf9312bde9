using System.Net.Sockets;

namespace RotationLambdas.PostgresRotation.Tests.Servers;

/// <summary>A server that speaks just enough of PostgreSQL's protocol to misbehave. Each connection is handled by the script it was made
/// with.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Func<ScriptedConnection, Task> _script;
    private readonly Task _accepting;
    private int _connections;

    /// <param name="at">Where to listen; null: on a free port of 127.0.0.1.</param>
    public ScriptedServer(Func<ScriptedConnection, Task> script, IPEndPoint? at = null)
    {
        _listener = new(at ?? new(IPAddress.Loopback, 0));
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var handled = new List<Task>();
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
        Interlocked.Increment(ref _connections);
        using (client)
        {
            try
            {
                await _script(new(client.GetStream(), _end.Token));
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The other side left, or the test is over.
            }
        }
    }
}
