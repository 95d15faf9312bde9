using System.Text.Json.Nodes;
using RotationLambdas.EndToEnd.Tests.Databases;
using RotationLambdas.Sandbox.Databases;
using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.EndToEnd.Tests.HostileInput;

/// <summary>The table of docs/hostile-input.md.</summary>
internal static class HostileCases
{
    private const string Malformed = "SecretMalformedException";
    private const string NoEvent = "EventMalformedException";
    private const string Unreachable = "DatabaseUnreachableException";

    private static readonly LocalPostgresOptions Plain = new();

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        // Events.
        new("an event without anything", NoEvent, world => world.InvokeAsync("{}")),
        new("an event that is a list", NoEvent, world => world.InvokeAsync($$"""["{{HostileWorld.Password}}"]""")),
        new("an event with an unknown step", NoEvent, world => world.InvokeAsync(Event("dropDatabase"))),
        new("an event whose step is a number", NoEvent, world => world.InvokeAsync("""{"Step":1,"SecretId":"x","ClientRequestToken":"y"}""")),
        new("an event for a secret that does not exist", "VaultRefusedException", world => world.InvokeAsync(Event("createSecret"))),
        new("an event for a secret that this function does not rotate", "VaultRefusedException", async world =>
            await world.InvokeAsync(Event("createSecret", await world.World.StoreAsync(world.NewName(), HostileWorld.Password)))),
        new("an event with a token that is none of the secret's", "RotationNotReadyException", async world =>
        {
            var secret = await world.World.CreateRoleWithSecretAsync(world.NewName(), HostileWorld.Password);
            await world.World.RotateWithSuccessAsync(secret);
            return await world.InvokeAsync(Event("createSecret", secret));
        }),

        // Secrets.
        new("a secret that is a connection string", Malformed, world => world.RotateAsync($"postgres://app:{HostileWorld.Password}@127.0.0.1/postgres")),
        new("a secret that is a list", Malformed, world => world.RotateAsync($$"""[{"username":"app","password":"{{HostileWorld.Password}}"}]""")),
        new("a secret that ends in the middle", Malformed, world => world.RotateAsync($$"""{"password":"{{HostileWorld.Password}}","username":""")),
        new("a secret that has its password twice", Malformed, world => world.RotateAsync(
            $$"""{"username":"app","host":"127.0.0.1","password":"{{HostileWorld.Password}}","password":"{{HostileWorld.Password}}"}""")),
        new("a secret of another engine", Malformed, world => world.RotateChangedAsync("engine", "mysql")),
        new("a secret without a user", Malformed, world => world.RotateChangedAsync("username", null)),
        new("a user name with a zero byte", Malformed, world => world.RotateChangedAsync("username", "app\0x")),
        new("a host that carries a setting of the driver", Malformed, world => world.RotateChangedAsync("host", "127.0.0.1;SSL Mode=Disable")),
        new("two hosts", Malformed, world => world.RotateChangedAsync("host", "127.0.0.1,db.example.invalid")),
        new("a port that is none", Malformed, world => world.RotateChangedAsync("port", 70000)),
        new("a database name that reads like a connection string", Malformed, world => world.RotateChangedAsync("dbname", "postgres://elsewhere.example.invalid/x")),
        new("a superuser's secret that does not exist", "VaultRefusedException", world => world.RotateRoleAsync("", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:none-AbCdEf")),

        // Servers.
        new("a server that asks for no password", "AuthenticationUnsafeException", world => world.RotateAtAsync(Asking("trust"), ssl: false)),
        new("a server that asks for the password in clear", "AuthenticationUnsafeException", world => world.RotateAtAsync(Asking("password"), ssl: false)),
        new("a server without TLS", "TlsRefusedException", world => world.RotateAtAsync(Plain)),
        new("a server with a certificate of somebody else's", "TlsRefusedException", async world =>
        {
            using var other = new TestRoot();
            return await world.RotateAtAsync(Plain with { Certificate = other.IssueForThisMachine() });
        }),
        new("a server that is read-only", "DatabaseRefusedException", world => world.RotateAtAsync(
            Plain with { Settings = new Dictionary<string, string> { ["default_transaction_read_only"] = "on" } }, ssl: false)),
        new("a server without a free connection", Unreachable, world => world.RotateRoleAsync("CONNECTION LIMIT 0")),
        new("a server that is down", Unreachable, world => world.RotateAtAsync(port: 1, ssl: null)),
        new("a server that says nothing", Unreachable, world => AtAsync(world, BadServer.Silent())),
        new("a server that talks slowly and without end", Unreachable, world => AtAsync(world, BadServer.Slow())),
        new("a web server", Unreachable, world => AtAsync(world, BadServer.Web())),
        new("a password that has expired", "LoginRefusedException", world => world.RotateRoleAsync("VALID UNTIL '2000-01-01'")),
    ];

    private static LocalPostgresOptions Asking(string method) => Plain with { HostLines = [$"host all all 127.0.0.1/32 {method}"] };

    private static string Event(string step, string secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:none-AbCdEf") => new JsonObject
    {
        ["Step"] = step,
        ["SecretId"] = secret,
        ["ClientRequestToken"] = Guid.NewGuid().ToString(),
        ["RotationToken"] = HostileWorld.Password,
    }.ToJsonString();

    private static async Task<InvocationResult> AtAsync(HostileWorld world, BadServer server)
    {
        await using (server)
        {
            return await world.RotateAtAsync(server.Port, ssl: false);
        }
    }
}
