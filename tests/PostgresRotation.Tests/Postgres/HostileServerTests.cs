using System.Text;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Tests.Servers;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Tests.Postgres;

public class HostileServerTests
{
    private const string Password = "never-to-be-seen";

    /// <summary>TLS's fatal alert 40.</summary>
    private static readonly byte[] HandshakeFailure = [21, 3, 3, 0, 2, 2, 40];

    private static readonly TlsPolicy NoTls = new(TlsMode.Disabled);

    [Fact]
    public async Task An_unknown_host_is_named_and_not_tried_again()
    {
        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("db.example.invalid", 5432, NoTls));

        error.Problem.ShouldBe("The host name db.example.invalid is unknown.");
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_named()
    {
        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", 1, NoTls, Short()));

        error.Problem.ShouldContain("127.0.0.1:1 could not be reached");
    }

    [Theory]
    [InlineData(nameof(TlsMode.VerifyFull))]
    [InlineData(nameof(TlsMode.Prefer))]
    [InlineData(nameof(TlsMode.Disabled))]
    public async Task A_server_that_accepts_and_says_nothing_is_given_up(string mode)
    {
        await using var server = new ScriptedServer(connection => connection.StaySilentAsync());
        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, new(Enum.Parse<TlsMode>(mode)), Short(), TimeSpan.FromSeconds(0.5)));

        error.Problem.ShouldContain("did not answer within");
        server.Connections.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_handshake_that_gets_no_answer_is_given_up()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.SendByteAsync('S');
            await connection.StaySilentAsync();
        });

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, new(TlsMode.VerifyFull), Short()));

        error.Problem.ShouldContain("did not answer within");
    }

    [Fact]
    public async Task A_server_that_talks_for_ever_without_letting_in_is_given_up()
    {
        var notice = Encoding.UTF8.GetBytes("SNOTICE\0VNOTICE\0C00000\0Mpatience\0\0");
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            while (true)
            {
                await connection.SendAsync('N', notice);
                await Task.Delay(50, connection.End);
            }
        });

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, NoTls, Short()));

        error.Problem.ShouldContain("did not answer within");
    }

    [Fact]
    public async Task A_server_without_TLS_is_refused_when_TLS_is_demanded()
    {
        await using var server = new ScriptedServer(connection => SayNoAsync(connection));

        var error = await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync("127.0.0.1", server.Port, new(TlsMode.VerifyFull)));

        error.Problem.ShouldContain("has no TLS");
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Prefer_goes_without_TLS_only_for_SCRAM()
    {
        await using var cleartext = new ScriptedServer(Twice(SayNoAsync, connection => AskAsync(connection, 3)));
        await using var md5 = new ScriptedServer(Twice(SayNoAsync, connection => AskAsync(connection, 5, 1, 2, 3, 4)));
        var prefer = new TlsPolicy(TlsMode.Prefer);

        (await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", cleartext.Port, prefer))).Problem.ShouldContain("in clear");
        (await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", md5.Port, prefer))).Problem.ShouldContain("md5");
    }

    [Fact]
    public async Task Prefer_never_goes_without_TLS_because_TLS_failed()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.SendByteAsync('S');
            await connection.Stream.ReadExactlyAsync(new byte[1], connection.End);
            await connection.Stream.WriteAsync(HandshakeFailure, connection.End);
            await connection.StaySilentAsync();
        });

        await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync("127.0.0.1", server.Port, new(TlsMode.Prefer)));

        server.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, "trust")]
    [InlineData(3, "in clear")]
    [InlineData(5, "md5")]
    [InlineData(7, "GSS")]
    [InlineData(9, "SSPI")]
    public async Task Without_TLS_only_SCRAM_will_do(int authentication, string why)
    {
        await using var server = new ScriptedServer(connection => AskAsync(connection, authentication, 1, 2, 3, 4));

        var error = await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", server.Port, NoTls));

        error.Problem.ShouldContain(why);
        error.ToString().ShouldNotContain(Password);
    }

    [Fact]
    public async Task An_unknown_mechanism_is_refused()
    {
        await using var server = new ScriptedServer(connection => AskAsync(connection, 10, "OAUTHBEARER\0\0"u8.ToArray()));

        await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", server.Port, NoTls));
    }

    [Fact]
    public async Task A_server_that_cannot_prove_to_know_the_password_is_refused()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await AskAsync(connection, 10, "SCRAM-SHA-256\0\0"u8.ToArray());
            var first = Encoding.UTF8.GetString(await connection.ReadMessageAsync());
            var nonce = first[(first.IndexOf("r=", StringComparison.Ordinal) + 2)..];
            await connection.SendAuthenticationAsync(11, Encoding.UTF8.GetBytes($"r={nonce}server,s=c2FsdHNhbHQ=,i=4096"));
            await connection.ReadMessageAsync();
            await connection.SendAuthenticationAsync(12, Encoding.UTF8.GetBytes($"v={Convert.ToBase64String(new byte[32])}"));
            await connection.SendAuthenticationAsync(0);
            await connection.StaySilentAsync();
        });

        var error = await Should.ThrowAsync<AuthenticationUnsafeException>(() => LogInAsync("127.0.0.1", server.Port, NoTls));

        error.Problem.ShouldContain("does not prove");
    }

    [Theory]
    [InlineData("53300")]
    [InlineData("57P03")]
    [InlineData("57P01")]
    public async Task What_may_pass_is_tried_again_until_the_time_is_up(string sqlState)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.SendErrorAsync(sqlState, "not now");
        });

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, NoTls, Short()));

        error.Problem.ShouldContain(sqlState);
        server.Connections.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("53100")]
    [InlineData("XX000")]
    [InlineData("25006")]
    public async Task What_will_not_pass_is_not_tried_again(string sqlState)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.SendErrorAsync(sqlState, "no");
        });

        (await Should.ThrowAsync<DatabaseRefusedException>(() => LogInAsync("127.0.0.1", server.Port, NoTls))).Problem.ShouldContain(sqlState);
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_is_dropped_is_made_again()
    {
        await using var server = new ScriptedServer(connection => connection.ReadStartupAsync());

        (await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, NoTls, Short()))).Problem.ShouldContain("closed the connection");
        server.Connections.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_server_of_another_protocol_is_told_apart()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.Stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), connection.End);
        });

        (await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, new(TlsMode.VerifyFull))))
            .Problem.ShouldContain("did not behave as a PostgreSQL server");
    }

    [Fact]
    public async Task Without_time_nothing_is_tried()
    {
        await using var server = new ScriptedServer(connection => connection.StaySilentAsync());

        await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, NoTls, new(TimeSpan.FromSeconds(1), TimeProvider.System)));

        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_roots_that_is_not_there_is_a_fault_of_the_configuration()
    {
        var error = await Should.ThrowAsync<ConfigurationInvalidException>(() => LogInAsync("127.0.0.1", 1, new(TlsMode.VerifyFull, null, "/no/such/roots.pem")));

        error.Problem.ShouldContain("TLS_CA_FILE is \"/no/such/roots.pem\"");
    }

    private static async Task SayNoAsync(ScriptedConnection connection)
    {
        await connection.ReadStartupAsync();
        await connection.SendByteAsync('N');
        await connection.StaySilentAsync();
    }

    private static async Task AskAsync(ScriptedConnection connection, int authentication, params byte[] rest)
    {
        await connection.ReadStartupAsync();
        await connection.SendAuthenticationAsync(authentication, rest);
        if (authentication != 10)
        {
            await connection.StaySilentAsync();
        }
    }

    private static Func<ScriptedConnection, Task> Twice(Func<ScriptedConnection, Task> first, Func<ScriptedConnection, Task> second)
    {
        var connections = 0;
        return connection => Interlocked.Increment(ref connections) == 1 ? first(connection) : second(connection);
    }

    private static TimeBudget Short() => new(TimeSpan.FromSeconds(2.5), TimeProvider.System);

    private static Task<IDatabaseSession> LogInAsync(string host, int port, TlsPolicy tls, TimeBudget? budget = null, TimeSpan? connectTimeout = null) =>
        new NpgsqlDatabase(connectTimeout ?? TimeSpan.FromSeconds(5)).LogInAsync(
            new(host, port, "postgres", tls), new("app", Password), budget ?? PostgresFixture.NewBudget(), CancellationToken.None);
}
