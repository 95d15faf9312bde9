using System.Formats.Tar;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DotNet.Testcontainers.Builders;

namespace DotNet.Testcontainers.Docker;

/// <summary>The Docker Engine API, on the socket or address of DOCKER_HOST; by default on /var/run/docker.sock.</summary>
internal sealed class DockerEngine : IDisposable
{
    private readonly HttpClient _http;

    private DockerEngine(HttpClient http, string publishedHost)
    {
        _http = http;
        PublishedHost = publishedHost;
    }

    /// <summary>Where the containers' published ports are reached.</summary>
    internal string PublishedHost { get; }

    /// <exception cref="DockerUnavailableException">No Docker engine can be reached.</exception>
    internal static DockerEngine Connect()
    {
        var address = new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "unix:///var/run/docker.sock");
        if (address.Scheme != "unix")
        {
            return new DockerEngine(Client(new SocketsHttpHandler(), $"http://{address.Authority}/"), address.Host);
        }

        var path = address.AbsolutePath;
        return File.Exists(path)
            ? new DockerEngine(Client(OverSocket(path), "http://docker/"), IPAddress.Loopback.ToString())
            : throw new DockerUnavailableException($"There is no Docker engine at {path}. Start one, or set DOCKER_HOST.");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Pulls the image unless it is on the machine.</summary>
    internal async Task EnsureImageAsync(string image, CancellationToken ct)
    {
        using var found = await _http.GetAsync(Relative($"images/{image}/json"), ct).ConfigureAwait(false);
        if (found.StatusCode == HttpStatusCode.NotFound)
        {
            // The reply is a stream of progress lines; it ends when the pull does, and an error is one of the lines.
            var name = image.Contains(':', StringComparison.Ordinal) ? image : image + ":latest";
            using var pull = await SendAsync(HttpMethod.Post, $"images/create?fromImage={Uri.EscapeDataString(name)}", null, ct)
                .ConfigureAwait(false);
            await DockerStreams.ThrowOnErrorLineAsync(pull, ct).ConfigureAwait(false);
        }
    }

    internal async Task<JsonNode> GetAsync(string path, CancellationToken ct)
    {
        using var reply = await SendAsync(HttpMethod.Get, path, null, ct).ConfigureAwait(false);
        return await JsonAsync(reply, ct).ConfigureAwait(false);
    }

    internal async Task<JsonNode> PostAsync(string path, JsonObject body, CancellationToken ct)
    {
        using var reply = await SendAsync(HttpMethod.Post, path, Json(body), ct).ConfigureAwait(false);
        return await JsonAsync(reply, ct).ConfigureAwait(false);
    }

    internal async Task DeleteAsync(string path, CancellationToken ct)
    {
        using var reply = await SendAsync(HttpMethod.Delete, path, null, ct).ConfigureAwait(false);
    }

    /// <summary>Reads what a container or a command in it wrote, until it ends.</summary>
    internal async Task<(string Stdout, string Stderr)> ReadStreamsAsync(
        HttpMethod method, string path, JsonObject body, CancellationToken ct)
    {
        using var reply = await SendAsync(method, path, Json(body), ct).ConfigureAwait(false);
        return await DockerStreams.SplitAsync(reply, ct).ConfigureAwait(false);
    }

    internal async Task PutFileAsync(string container, FileToCopy file, CancellationToken ct)
    {
        using var archive = new MemoryStream();
        await using (var tar = new TarWriter(archive, leaveOpen: true))
        {
            using var content = new MemoryStream(file.Content);
            var entry = new PaxTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/'))
            {
                DataStream = content,
                Uid = (int)file.UserId,
                Gid = (int)file.GroupId,
                Mode = (UnixFileMode)file.Mode,
            };
            await tar.WriteEntryAsync(entry, ct).ConfigureAwait(false);
        }

        using var body = new ByteArrayContent(archive.ToArray());
        body.Headers.ContentType = new("application/x-tar");
        using var reply = await SendAsync(HttpMethod.Put, $"containers/{container}/archive?path=/", body, ct).ConfigureAwait(false);
    }

    /// <exception cref="FileNotFoundException">The container has no such file.</exception>
    internal async Task<byte[]> GetFileAsync(string container, string path, CancellationToken ct)
    {
        using var reply = await SendAsync(
            HttpMethod.Get, $"containers/{container}/archive?path={Uri.EscapeDataString(path)}", null, ct).ConfigureAwait(false);
        await using var tar = new TarReader(await reply.Content.ReadAsStreamAsync(ct).ConfigureAwait(false));
        var entry = await tar.GetNextEntryAsync(copyData: true, ct).ConfigureAwait(false);
        using var content = new MemoryStream();
        await (entry?.DataStream ?? throw new FileNotFoundException("Not a file.", path)).CopyToAsync(content, ct).ConfigureAwait(false);
        return content.ToArray();
    }

    private static HttpClient Client(SocketsHttpHandler handler, string address) =>
        new(handler) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler OverSocket(string path) => new()
    {
        ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static StringContent Json(JsonObject body) =>
        body is null ? null : new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage reply, CancellationToken ct)
    {
        var text = await reply.Content.ReadAsStringAsync(ct).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, Relative(path)) { Content = body };
        var reply = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
        if ((int)reply.StatusCode < 400)
        {
            return reply;
        }

        using (reply)
        {
            var message = await reply.Content.ReadAsStringAsync(ct).ConfigureAwait(false);
            var isFile = method == HttpMethod.Get && path.Contains("/archive", StringComparison.Ordinal);
            throw isFile && reply.StatusCode is HttpStatusCode.NotFound
                ? new FileNotFoundException(message)
                : new InvalidOperationException($"The Docker engine answered {(int)reply.StatusCode} to {method} {path}: {message}");
        }
    }
}
