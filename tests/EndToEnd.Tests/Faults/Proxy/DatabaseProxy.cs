using System.Net.Sockets;

namespace RotationLambdas.EndToEnd.Tests.Faults.Proxy;

/// <summary>Stands between the function and PostgreSQL, counts the messages of both directions, and makes one of them go wrong.</summary>
internal sealed class DatabaseProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly Lock _lock = new();
    private readonly Action _killFunction;
    private readonly int _serverPort;
    private readonly Task _accepting;
    private List<PostgresMessage> _seen = [];
    private MessageFault? _fault;
    private bool _isOut;

    /// <param name="serverPort">The server's port on 127.0.0.1.</param>
    /// <param name="killFunction">Kills the function (SIGKILL).</param>
    public DatabaseProxy(int serverPort, Action killFunction)
    {
        _serverPort = serverPort;
        _killFunction = killFunction;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether the fault was injected.</summary>
    public bool WasInjected { get; private set; }

    /// <summary>The messages since the last <see cref="Plan"/>, in order.</summary>
    public IReadOnlyList<PostgresMessage> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen];
            }
        }
    }

    /// <summary>Restarts the count at 1, and injects the fault when its message comes; null: nothing goes wrong.</summary>
    public void Plan(MessageFault? fault)
    {
        lock (_lock)
        {
            _seen = [];
            _fault = fault;
            WasInjected = false;
            _isOut = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        HangUp();
        await Task.WhenAll(_connections.Values);
    }

    /// <summary>Counts a message. What is to go wrong with it; null for nothing.</summary>
    internal FaultKind? Count(PostgresMessage message)
    {
        lock (_lock)
        {
            _seen.Add(message);
            if (_fault is not { } fault || WasInjected || _seen.Count != fault.Number)
            {
                return null;
            }

            WasInjected = true;
            if (fault.Kind == FaultKind.Outage)
            {
                _isOut = true;
                _ = EndOutageAsync(fault);
            }

            return fault.Kind;
        }
    }

    internal void KillFunction() => _killFunction();

    private async Task EndOutageAsync(MessageFault fault)
    {
        await Task.Delay(fault.Length);
        lock (_lock)
        {
            _isOut &= _fault != fault;
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket function;
            try
            {
                function = await _listener.AcceptSocketAsync();
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            if (_isOut)
            {
                function.Dispose();
                continue;
            }

            var connection = new ProxiedConnection(this, function);
            _connections[connection] = connection.RunAsync(_serverPort).ContinueWith(
                _ => _connections.TryRemove(connection, out var _), CancellationToken.None, TaskContinuationOptions.None,
                TaskScheduler.Default);
        }
    }

    private void HangUp()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.HangUp();
        }
    }
}
