using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace DotNet.Testcontainers.Docker;

/// <summary>Reads the replies of the engine that go on until something ends.</summary>
internal static class DockerStreams
{
    private const int HeaderLength = 8;
    private const byte StandardError = 2;

    /// <summary>Parts standard output from standard error ("Attach to a container", stream format, in the Docker Engine API).</summary>
    internal static async Task<(string Stdout, string Stderr)> SplitAsync(HttpResponseMessage reply, CancellationToken ct)
    {
        await using var source = await reply.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        var header = new byte[HeaderLength];
        while (await source.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, ct).ConfigureAwait(false) == HeaderLength)
        {
            var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4))];
            await source.ReadExactlyAsync(frame, ct).ConfigureAwait(false);
            await (header[0] == StandardError ? errors : output).WriteAsync(frame, ct).ConfigureAwait(false);
        }

        return (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }

    /// <exception cref="InvalidOperationException">One of the progress lines is an error.</exception>
    internal static async Task ThrowOnErrorLineAsync(HttpResponseMessage reply, CancellationToken ct)
    {
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(ct).ConfigureAwait(false));
        while (await lines.ReadLineAsync(ct).ConfigureAwait(false) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && JsonNode.Parse(line)?["error"] is { } error)
            {
                throw new InvalidOperationException($"The image cannot be pulled: {error}");
            }
        }
    }
}
