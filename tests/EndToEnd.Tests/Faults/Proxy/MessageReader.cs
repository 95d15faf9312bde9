using System.Buffers.Binary;

namespace RotationLambdas.EndToEnd.Tests.Faults.Proxy;

/// <summary>Cuts what one side of a connection without TLS sends into messages.</summary>
internal sealed class MessageReader(Stream stream, bool fromFunction)
{
    private bool _hasBegun;

    /// <summary>The next message; null when the side has hung up.</summary>
    public async Task<PostgresMessage?> ReadAsync()
    {
        var isFirst = fromFunction && !_hasBegun;

        // Only the first message of a client, the startup message, has no type byte.
        var head = new byte[isFirst ? 4 : 5];
        if (!await FillAsync(head))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(head.Length - 4)) - 4;
        var body = new byte[length];
        if (!await FillAsync(body))
        {
            return null;
        }

        var type = isFirst ? '-' : (char)head[0];
        _hasBegun = true;
        return new(fromFunction, type, [.. head, .. body]);
    }

    private async Task<bool> FillAsync(byte[] buffer) =>
        await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
}
