using static RotationLambdas.PostgresRotation.Tests.Servers.HostileLogin;

namespace RotationLambdas.PostgresRotation.Tests.Postgres;

public class HostileServerTests
{
    [Fact]
    public async Task An_unknown_host_is_named_and_not_retried()
    {
        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("db.example.invalid", 5432, NoTls));

        error.Problem.ShouldBe("The host name db.example.invalid is unknown.");
    }

    [Theory]
    [InlineData(nameof(TlsMode.VerifyFull), 0.5, 2)]
    [InlineData(nameof(TlsMode.Prefer), 0.5, 2)]
    [InlineData(nameof(TlsMode.Disabled), 0.5, 2)]
    [InlineData(nameof(TlsMode.Disabled), 60, 1)]
    public async Task A_silent_server_is_given_up_while_time_is_left(string mode, double timeout, int connections)
    {
        await using var server = new ScriptedServer(connection => connection.StaySilentAsync());
        var budget = Short();

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(
            () => LogInAsync("127.0.0.1", server.Port, new(Enum.Parse<TlsMode>(mode)), budget, TimeSpan.FromSeconds(timeout)));

        error.Problem.ShouldContain("did not answer within");
        budget.Remaining.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        server.Connections.ShouldBeGreaterThanOrEqualTo(connections);
    }

    [Theory]
    [InlineData(nameof(TlsMode.VerifyFull))]
    [InlineData(nameof(TlsMode.Disabled))]
    public async Task A_server_that_never_lets_anyone_in_is_given_up(string mode)
    {
        var notice = Encoding.UTF8.GetBytes("SNOTICE\0VNOTICE\0C00000\0Mpatience\0\0");
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            if (mode == nameof(TlsMode.VerifyFull))
            {
                await connection.SendByteAsync('S');
                await connection.StaySilentAsync();
            }

            while (true)
            {
                await connection.SendAsync('N', notice);
                await Task.Delay(50, connection.End);
            }
        });

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(
            () => LogInAsync("127.0.0.1", server.Port, new(Enum.Parse<TlsMode>(mode)), Short(), TimeSpan.FromSeconds(1)));

        error.Problem.ShouldContain("did not answer within");
    }

    [Theory]
    [InlineData("53300")]
    [InlineData("57P03")]
    [InlineData("57P01")]
    [InlineData("53300", 1)]
    public async Task A_transient_error_is_retried_until_the_time_is_up(string sqlState, int answers = int.MaxValue)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await (Interlocked.Decrement(ref answers) >= 0 ? connection.SendErrorAsync(sqlState, "not now") : connection.StaySilentAsync());
        });

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, NoTls, Short()));

        error.Problem.ShouldContain(sqlState);
        server.Connections.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("53100")]
    [InlineData("XX000")]
    [InlineData("25006")]
    public async Task A_permanent_error_is_not_retried(string sqlState)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.SendErrorAsync(sqlState, "no");
        });

        (await Should.ThrowAsync<DatabaseRefusedException>(() => LogInAsync("127.0.0.1", server.Port, NoTls)))
            .Problem.ShouldContain(sqlState);
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_dropped_connection_is_retried()
    {
        await using var server = new ScriptedServer(connection => connection.ReadStartupAsync());

        (await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync("127.0.0.1", server.Port, NoTls, Short())))
            .Problem.ShouldContain("closed the connection");
        server.Connections.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_server_of_another_protocol_is_recognised()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.Stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), connection.End);
        });

        (await Should.ThrowAsync<TlsRefusedException>(() => LogInAsync("127.0.0.1", server.Port, new(TlsMode.VerifyFull))))
            .Problem.ShouldContain("is not a PostgreSQL server");
    }

    [Fact]
    public async Task Without_time_nothing_is_tried()
    {
        await using var server = new ScriptedServer(connection => connection.StaySilentAsync());

        await Should.ThrowAsync<DatabaseUnreachableException>(
            () => LogInAsync("127.0.0.1", server.Port, NoTls, new(TimeSpan.FromSeconds(1), TimeProvider.System)));

        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_roots_that_is_not_there_is_a_fault_of_the_configuration()
    {
        var error = await Should.ThrowAsync<ConfigurationInvalidException>(
            () => LogInAsync("127.0.0.1", 1, new(TlsMode.VerifyFull, null, "/no/such/roots.pem")));

        error.Problem.ShouldContain("TLS_CA_FILE is \"/no/such/roots.pem\"");
    }
}
