using System.Net.Sockets;

namespace RotationLambdas.EndToEnd.Tests.Faults.Proxy;

internal sealed class ProxiedConnection(DatabaseProxy proxy, Socket function)
{
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Carries messages until one side hangs up or a fault is injected.</summary>
    public async Task RunAsync(int serverPort)
    {
        try
        {
            function.NoDelay = true;
            await _server.ConnectAsync(IPAddress.Loopback, serverPort);
            var toServer = CarryAsync(function, _server);
            var toFunction = CarryAsync(_server, function);
            await Task.WhenAny(toServer, toFunction);
            HangUp();
            await Task.WhenAll(toServer, toFunction);
        }
        catch (Exception closed) when (closed is IOException or SocketException or ObjectDisposedException)
        {
            HangUp();
        }
    }

    /// <summary>Closes both sides.</summary>
    public void HangUp()
    {
        function.Dispose();
        _server.Dispose();
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        await using var source = new NetworkStream(from);
        await using var target = new NetworkStream(to);
        var messages = new MessageReader(source, fromFunction: from == function);
        while (await messages.ReadAsync() is { } message)
        {
            var fault = proxy.Count(message);
            switch (fault)
            {
                case FaultKind.DropBefore or FaultKind.Outage:
                    function.LingerState = new(enable: true, seconds: 0); // The function's side is reset, not closed.
                    return;
                case FaultKind.KillBefore:
                    proxy.KillFunction();
                    return;
            }

            await target.WriteAsync(message.Bytes);
            switch (fault)
            {
                case FaultKind.DropAfter:
                    return;
                case FaultKind.KillAfter:
                    proxy.KillFunction();
                    return;
            }
        }
    }
}
