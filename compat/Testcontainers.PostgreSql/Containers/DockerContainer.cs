using System.Globalization;
using System.Text.Json.Nodes;
using DotNet.Testcontainers.Docker;

namespace DotNet.Testcontainers.Containers;

/// <summary>
/// A container on the Docker engine. It is removed when disposed of; unlike with the official package, nothing removes it when the test
/// process is killed (its label is <c>org.testcontainers=true</c>).
/// </summary>
public class DockerContainer : IContainer
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly ContainerSpec _spec;
    private readonly DockerEngine _engine;
    private string _id;
    private JsonNode _inspected;

    internal DockerContainer(ContainerSpec spec, DockerEngine engine)
    {
        _spec = spec;
        _engine = engine;
    }

    public string Id => _id ?? throw NotCreated();

    public string Name => (string)Inspected["Name"];

    public string Hostname => _engine.PublishedHost;

    public string IpAddress => Inspected["NetworkSettings"]?["Networks"]?.AsObject()
        .Select(network => (string)network.Value["IPAddress"]).FirstOrDefault(address => !string.IsNullOrEmpty(address));

    public TestcontainersStates State =>
        Enum.TryParse<TestcontainersStates>((string)_inspected?["State"]?["Status"], ignoreCase: true, out var state)
            ? state
            : TestcontainersStates.Undefined;

    /// <summary>What, run in the container, ends with 0 once the service in it can be used; null for nothing to wait for.</summary>
    internal virtual IList<string> ReadyCommand => null;

    private JsonNode Inspected => _inspected ?? throw NotCreated();

    public ushort GetMappedPublicPort(int containerPort) =>
        GetMappedPublicPort(containerPort.ToString(CultureInfo.InvariantCulture));

    public ushort GetMappedPublicPort(string containerPort)
    {
        var key = containerPort.Contains('/', StringComparison.Ordinal) ? containerPort : $"{containerPort}/tcp";
        return Inspected["NetworkSettings"]?["Ports"]?[key] is JsonArray { Count: > 0 } bindings
            ? ushort.Parse((string)bindings[0]["HostPort"], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"Exposed port {key} is not mapped.");
    }

    public async Task<long> GetExitCodeAsync(CancellationToken ct = default) =>
        (long)(await _engine.PostAsync($"containers/{Id}/wait", null, ct).ConfigureAwait(false))["StatusCode"];

    public async Task<(string Stdout, string Stderr)> GetLogsAsync(
        DateTime since = default, DateTime until = default, bool timestampsEnabled = true, CancellationToken ct = default)
    {
        var query = $"containers/{Id}/logs?stdout=true&stderr=true&timestamps={(timestampsEnabled ? "true" : "false")}"
            + Bound("since", since) + Bound("until", until);
        return await _engine.ReadStreamsAsync(HttpMethod.Get, query, null, ct).ConfigureAwait(false);
    }

    /// <summary>Creates the container, starts it, and waits until the service in it can be used.</summary>
    /// <exception cref="InvalidOperationException">The engine refused, or the container ended; the message holds its output.</exception>
    public async Task StartAsync(CancellationToken ct = default)
    {
        if (_id is null)
        {
            await CreateAsync(ct).ConfigureAwait(false);
        }

        await _engine.PostAsync($"containers/{Id}/start", null, ct).ConfigureAwait(false);
        await InspectAsync(ct).ConfigureAwait(false);
        while (ReadyCommand is { } command && !await SucceedsAsync(command, ct).ConfigureAwait(false))
        {
            await Task.Delay(PollInterval, ct).ConfigureAwait(false);
            await ThrowIfEndedAsync(ct).ConfigureAwait(false);
        }
    }

    public async Task StopAsync(CancellationToken ct = default)
    {
        await _engine.PostAsync($"containers/{Id}/stop", null, ct).ConfigureAwait(false);
        await InspectAsync(ct).ConfigureAwait(false);
    }

    public Task CopyAsync(
        byte[] fileContent,
        string filePath,
        uint uid = 0,
        uint gid = 0,
        UnixFileModes fileMode = UnixFileModes.OtherRead | UnixFileModes.GroupRead | UnixFileModes.UserWrite | UnixFileModes.UserRead,
        CancellationToken ct = default) =>
        _engine.PutFileAsync(Id, new FileToCopy(fileContent, filePath, uid, gid, fileMode), ct);

    public Task<byte[]> ReadFileAsync(string filePath, CancellationToken ct = default) => _engine.GetFileAsync(Id, filePath, ct);

    public async Task<ExecResult> ExecAsync(IList<string> command, CancellationToken ct = default)
    {
        var request = new JsonObject { ["AttachStdout"] = true, ["AttachStderr"] = true, ["Cmd"] = ContainerSpec.Texts(command) };
        var exec = (string)(await _engine.PostAsync($"containers/{Id}/exec", request, ct).ConfigureAwait(false))["Id"];
        var start = new JsonObject { ["Detach"] = false, ["Tty"] = false };
        var (stdout, stderr) = await _engine.ReadStreamsAsync(HttpMethod.Post, $"exec/{exec}/start", start, ct).ConfigureAwait(false);
        var ended = await _engine.GetAsync($"exec/{exec}/json", ct).ConfigureAwait(false);
        return new ExecResult(stdout, stderr, (long)ended["ExitCode"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_id is not null)
        {
            await _engine.DeleteAsync($"containers/{_id}?force=true&v=true", CancellationToken.None).ConfigureAwait(false);
            _id = null;
            _inspected = null;
        }

        _engine.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string Bound(string name, DateTime time) =>
        time == default ? string.Empty : $"&{name}={new DateTimeOffset(time).ToUnixTimeSeconds()}";

    private static InvalidOperationException NotCreated() => new("Container has not been created.");

    private async Task CreateAsync(CancellationToken ct)
    {
        await _engine.EnsureImageAsync(_spec.Image, ct).ConfigureAwait(false);
        var name = _spec.Name is null ? string.Empty : $"?name={Uri.EscapeDataString(_spec.Name)}";
        var created = await _engine.PostAsync($"containers/create{name}", _spec.ToJson(), ct).ConfigureAwait(false);
        _id = (string)created["Id"];
        foreach (var file in _spec.Files)
        {
            await _engine.PutFileAsync(_id, file, ct).ConfigureAwait(false);
        }
    }

    private async Task InspectAsync(CancellationToken ct) =>
        _inspected = await _engine.GetAsync($"containers/{Id}/json", ct).ConfigureAwait(false);

    private async Task<bool> SucceedsAsync(IList<string> command, CancellationToken ct)
    {
        try
        {
            return (await ExecAsync(command, ct).ConfigureAwait(false)).ExitCode == 0;
        }
        catch (InvalidOperationException)
        {
            // Why the container ended tells more than that nothing can be run in it.
            await ThrowIfEndedAsync(ct).ConfigureAwait(false);
            throw;
        }
    }

    private async Task ThrowIfEndedAsync(CancellationToken ct)
    {
        await InspectAsync(ct).ConfigureAwait(false);
        if (State is not TestcontainersStates.Running)
        {
            var (stdout, stderr) = await GetLogsAsync(timestampsEnabled: false, ct: ct).ConfigureAwait(false);
            throw new InvalidOperationException($"The container of {_spec.Image} ended before it was ready.\n{stdout}\n{stderr}");
        }
    }
}
