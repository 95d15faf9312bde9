using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.EndToEnd.Tests.HostileInput;

/// <summary>The table of docs/development/hostile-input.md.</summary>
internal static class HostileCases
{
    private const string Malformed = "SecretMalformedException";
    private const string NoEvent = "EventMalformedException";
    private const string Unreachable = "DatabaseUnreachableException";

    private static readonly LocalPostgresOptions Plain = new();

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        // Events.
        new("an event without anything", NoEvent, fixture => fixture.InvokeAsync("{}")),
        new("an event that is a list", NoEvent, fixture => fixture.InvokeAsync($$"""["{{HostileFixture.Password}}"]""")),
        new("an event with an unknown step", NoEvent, fixture => fixture.InvokeAsync(Event("dropDatabase"))),
        new("an event whose step is a number", NoEvent, fixture =>
            fixture.InvokeAsync("""{"Step":1,"SecretId":"x","ClientRequestToken":"y"}""")),
        new("an event for a secret that does not exist", "SecretsManagerRefusedException", fixture =>
            fixture.InvokeAsync(Event("createSecret"))),
        new("an event for a secret that this function does not rotate", "SecretsManagerRefusedException", async fixture =>
            await fixture.InvokeAsync(Event("createSecret", await fixture.Fixture.StoreAsync(fixture.NewName(), HostileFixture.Password)))),
        new("an event with a token that no version has", "RotationNotReadyException", async fixture =>
        {
            var secret = await fixture.Fixture.CreateRoleWithSecretAsync(fixture.NewName(), HostileFixture.Password);
            await fixture.Fixture.RotateWithSuccessAsync(secret);
            return await fixture.InvokeAsync(Event("createSecret", secret));
        }),

        // Secrets.
        new("a secret that is a connection string", Malformed, fixture =>
            fixture.RotateAsync($"postgres://app:{HostileFixture.Password}@127.0.0.1/postgres")),
        new("a secret that is a list", Malformed, fixture =>
            fixture.RotateAsync($$"""[{"username":"app","password":"{{HostileFixture.Password}}"}]""")),
        new("a secret that ends in the middle", Malformed, fixture =>
            fixture.RotateAsync($$"""{"password":"{{HostileFixture.Password}}","username":""")),
        new("a secret that has its password twice", Malformed, fixture => fixture.RotateAsync(
            $$"""{"username":"app","host":"127.0.0.1","password":"{{HostileFixture.Password}}","password":"{{HostileFixture.Password}}"}""")),
        new("a secret of another engine", Malformed, fixture => fixture.RotateChangedAsync("engine", "mysql")),
        new("a secret without a user", Malformed, fixture => fixture.RotateChangedAsync("username", null)),
        new("a user name with a zero byte", Malformed, fixture => fixture.RotateChangedAsync("username", "app\0x")),
        new("a host that carries a setting of the driver", Malformed, fixture =>
            fixture.RotateChangedAsync("host", "127.0.0.1;SSL Mode=Disable")),
        new("two hosts", Malformed, fixture => fixture.RotateChangedAsync("host", "127.0.0.1,db.example.invalid")),
        new("a port out of range", Malformed, fixture => fixture.RotateChangedAsync("port", 70000)),
        new("a database name that reads like a connection string", Malformed, fixture =>
            fixture.RotateChangedAsync("dbname", "postgres://elsewhere.example.invalid/x")),
        new("a superuser's secret that the operator does not list", "ConfigurationInvalidException", fixture =>
            fixture.RotateRoleAsync("", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:none-AbCdEf")),

        // Servers.
        new("a server that asks for no password", "AuthenticationUnsafeException", fixture =>
            fixture.RotateAtAsync(Asking("trust"), ssl: false)),
        new("a server that asks for the password in clear", "AuthenticationUnsafeException", fixture =>
            fixture.RotateAtAsync(Asking("password"), ssl: false)),
        new("a server without TLS", "TlsRefusedException", fixture => fixture.RotateAtAsync(Plain, ssl: true)),
        new("a server with a certificate of somebody else's", "TlsRefusedException", async fixture =>
        {
            using var other = new ServerTls();
            return await fixture.RotateAtAsync(Plain with { Certificate = other.Issue() }, ssl: true);
        }),
        new("a server that is read-only", "DatabaseRefusedException", fixture => fixture.RotateAtAsync(
            Plain with { Settings = new Dictionary<string, string> { ["default_transaction_read_only"] = "on" } }, ssl: false)),
        new("a server without a free connection", Unreachable, fixture => fixture.RotateRoleAsync("CONNECTION LIMIT 0")),
        new("a server that is down", Unreachable, fixture => fixture.RotateAtAsync(port: 1, ssl: null)),
        new("a silent server", Unreachable, fixture => AtAsync(fixture, BadServer.Silent())),
        new("a server that talks slowly and without end", Unreachable, fixture => AtAsync(fixture, BadServer.Slow())),
        new("a server that asks for two billion SCRAM iterations", Unreachable, fixture => AtAsync(fixture, BadServer.Laborious())),
        new("a server whose error is a forged log of 200 KB", "DatabaseRefusedException", fixture => AtAsync(fixture, BadServer.Forging())),
        new("a web server", Unreachable, fixture => AtAsync(fixture, BadServer.Web())),
        new("a password that has expired", "LoginRefusedException", fixture => fixture.RotateRoleAsync("VALID UNTIL '2000-01-01'")),
    ];

    private static LocalPostgresOptions Asking(string method) => Plain with { HostLines = [$"host all all 127.0.0.1/32 {method}"] };

    private static string Event(string step, string secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:none-AbCdEf") =>
        new JsonObject
        {
            ["Step"] = step,
            ["SecretId"] = secret,
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            ["RotationToken"] = HostileFixture.Password,
        }.ToJsonString();

    private static async Task<InvocationResult> AtAsync(HostileFixture fixture, BadServer server)
    {
        await using (server)
        {
            return await fixture.RotateAtAsync(server.Port, ssl: false);
        }
    }
}
