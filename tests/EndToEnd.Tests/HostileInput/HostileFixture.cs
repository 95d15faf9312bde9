using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.EndToEnd.Tests.HostileInput;

/// <summary>A fixture in which the function meets one hostile input after the other. All its output is kept.</summary>
public sealed class HostileFixture : IAsyncLifetime
{
    /// <summary>The password in every secret and event: nothing may ever show it.</summary>
    public const string Password = "never-to-be-seen";

    private readonly ConcurrentQueue<string> _events = new();
    private int _names;

    /// <summary>The events that AWS sent.</summary>
    internal IReadOnlyList<string> Events => [.. _events];

    /// <summary>The function's processes.</summary>
    internal IReadOnlyList<int> ProcessIds => Fixture.Sandbox.Functions.Find(RotationFixture.Function)!.ProcessIds;

    internal RotationFixture Fixture { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Fixture = await RotationFixture.StartAsync(new()
        {
            Environment = new Dictionary<string, string> { ["TLS_MODE"] = "prefer" },
            Timeout = TimeSpan.FromSeconds(20), // A server that gives no answer costs most of it.
        });
        Fixture.Sandbox.Events.Subscribe(one => _events.Enqueue(one.ToJsonString()));
    }

    public async Task DisposeAsync() => await Fixture.DisposeAsync();

    /// <summary>A name that no other case uses.</summary>
    internal string NewName() => $"app_{Interlocked.Increment(ref _names)}";

    internal Task<InvocationResult> InvokeAsync(string payload) =>
        Fixture.Sandbox.Functions.InvokeAsync(RotationFixture.Function, JsonNode.Parse(payload)!);

    internal async Task<InvocationResult> RotateAsync(string text) =>
        (await Fixture.RotateAsync(await Fixture.StoreAsync(NewName(), text))).Last;

    /// <summary>Rotates the secret of a role of the fixture's own server, with changes.</summary>
    internal Task<InvocationResult> RotateChangedAsync(string key, JsonNode? value)
    {
        var json = Fixture.Database.SecretOf("postgres", Password).ToJson();
        json[key] = value;
        return RotateAsync(json.ToJsonString());
    }

    /// <summary>Rotates the secret of a role of the fixture's own server.</summary>
    internal async Task<InvocationResult> RotateRoleAsync(string attributes, string? masterArn = null)
    {
        var role = NewName();
        await Fixture.CreateRoleAsync(role, Password, attributes);
        return await RotateAsync((Fixture.Database.SecretOf(role, Password) with { MasterArn = masterArn }).ToJson().ToJsonString());
    }

    /// <summary>Rotates the secret of a role of a server of another kind.</summary>
    internal async Task<InvocationResult> RotateAtAsync(LocalPostgresOptions options, bool? ssl = null)
    {
        await using var server = await LocalPostgresServer.StartAsync(options);
        await Sql.ScalarAsync(
            server.AdministratorConnectionString, $"BEGIN READ WRITE; CREATE ROLE app LOGIN PASSWORD '{Password}'; COMMIT");
        return await RotateAtAsync(server.Port, ssl);
    }

    /// <summary>Rotates a secret for the listener on a port.</summary>
    internal Task<InvocationResult> RotateAtAsync(int port, bool? ssl)
    {
        var json = new TestSecret("app", Password, "127.0.0.1", port).ToJson();
        json["ssl"] = ssl;
        return RotateAsync(json.ToJsonString());
    }
}
