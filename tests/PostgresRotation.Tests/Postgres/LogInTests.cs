namespace RotationLambdas.PostgresRotation.Tests.Postgres;

public class LogInTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Password = "an 0rdinary-Pa55word";

    [Fact]
    public async Task The_right_password_logs_in_over_TLS_with_one_connection()
    {
        var user = await postgres.NewUserAsync(Password);
        var before = await CountConnectionsAsync();

        await using var session = await postgres.LogInAsync(user, Password);

        session.IsEncrypted.ShouldBeTrue();
        (await CountConnectionsAsync() - before).ShouldBe(1);
        (await postgres.QueryAsync($"SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = '{user}'"))
            .ShouldBe(["True"]);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_at_once_with_user_host_and_code()
    {
        var user = await postgres.NewUserAsync(Password);
        var before = await CountConnectionsAsync();

        var error = await Should.ThrowAsync<LoginRefusedException>(() => postgres.LogInAsync(user, "not-the-one"));

        error.Message.ShouldContain(user);
        error.Message.ShouldContain($"127.0.0.1:{postgres.Server.Port}");
        error.Message.ShouldContain("28P01");
        error.ToString().ShouldNotContain("not-the-one");
        (await CountConnectionsAsync() - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_user_that_does_not_exist_is_refused_like_a_wrong_password()
    {
        await Should.ThrowAsync<LoginRefusedException>(() => postgres.LogInAsync("nobody_at_all", Password));
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var user = await postgres.NewUserAsync(Password);

        var error = await Should.ThrowAsync<DatabaseMissingException>(
            () => postgres.LogInAsync(user, Password, postgres.Address with { Database = "nowhere" }));

        error.Message.ShouldContain("nowhere");
        error.Remedy.ShouldContain("dbname");
    }

    [Fact]
    public async Task A_database_that_the_user_may_not_connect_to_is_met_with_the_grant()
    {
        var user = await postgres.NewUserAsync(Password);
        var database = postgres.NewName("closed");
        await postgres.ExecuteAsync($"CREATE DATABASE {database}");
        await postgres.ExecuteAsync($"REVOKE CONNECT ON DATABASE {database} FROM PUBLIC");

        var error = await Should.ThrowAsync<NotPermittedException>(
            () => postgres.LogInAsync(user, Password, postgres.Address with { Database = database }));

        error.Remedy.ShouldContain($"GRANT CONNECT ON DATABASE \"{database}\" TO \"{user}\"");
    }

    [Fact]
    public async Task Too_many_connections_are_waited_for()
    {
        var user = await postgres.NewUserAsync(Password);
        await postgres.ExecuteAsync($"ALTER ROLE {user} CONNECTION LIMIT 1");
        var first = await postgres.LogInAsync(user, Password);

        var second = postgres.LogInAsync(user, Password);
        await first.DisposeAsync();

        await using var session = await second;
        await session.VerifyAsync(new(user), CancellationToken.None);
    }

    [Fact]
    public async Task An_md5_user_logs_in_over_TLS_and_only_there()
    {
        var user = postgres.NewName();
        await postgres.ExecuteAsync($"SET password_encryption = 'md5'; CREATE ROLE {user} LOGIN PASSWORD 'Grüße Ⅸ'");

        await using (var session = await postgres.LogInAsync(user, "Grüße Ⅸ"))
        {
            session.IsEncrypted.ShouldBeTrue();
            session.UsedMd5.ShouldBeTrue();
        }

        var plain = postgres.Address with { Tls = new(TlsMode.Disabled) };
        (await Should.ThrowAsync<AuthenticationUnsafeException>(() => postgres.LogInAsync(user, "Grüße Ⅸ", plain)))
            .Remedy.ShouldContain("md5 without TLS");
    }

    [Fact]
    public async Task SCRAM_logs_in_without_TLS_where_the_secret_allows_it()
    {
        var user = await postgres.NewUserAsync(Password);

        await using var session = await postgres.LogInAsync(user, Password, postgres.Address with { Tls = new(TlsMode.Disabled) });

        session.IsEncrypted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Ⅸ\u00A0e\u0301")]
    [InlineData("ends-with-a-line-break\n")]
    [InlineData(" ;Host=evil;Password='\"x\"' ")]
    public async Task A_password_that_others_would_change_logs_in_as_it_was_written(string password)
    {
        var user = await postgres.NewUserAsync(password.Replace("'", "''", StringComparison.Ordinal));

        await using var session = await postgres.LogInAsync(user, password);

        session.IsEncrypted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_longer_than_63_bytes_is_refused_before_any_connection()
    {
        await Should.ThrowAsync<RoleUnsuitableException>(
            () => postgres.LogInAsync(new string('x', RoleName.MaximumBytes + 1), Password, postgres.Address with { Port = 1 }));
    }

    [Fact]
    public async Task Cancellation_ends_the_login()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new NpgsqlDatabase(TimeSpan.FromSeconds(5)).LogInAsync(
            postgres.Address, postgres.Administrator, PostgresFixture.NewBudget(), SessionSettings.Fixed, cancelled.Token));
    }

    [Theory]
    [InlineData("127.0.0.2", "127.0.0.3")]
    [InlineData("127.0.0.3", "127.0.0.2")]
    public async Task Of_two_addresses_the_writers_is_used_and_named(string first, string second)
    {
        var user = await postgres.NewUserAsync(Password);
        await using RecordingProxy standby = new(postgres.Server.Host, postgres.Server.Port, at: new(IPAddress.Parse("127.0.0.2"), 0))
        {
            Rewrite = statement => statement == "SELECT pg_catalog.pg_is_in_recovery()" ? "SELECT true" : statement,
        };
        await using RecordingProxy writer = new(
            postgres.Server.Host, postgres.Server.Port, at: new(IPAddress.Parse("127.0.0.3"), standby.Port));

        await using var session = await LogInAsync(standby.Port, TimeSpan.FromSeconds(5), user, first, second);

        session.Address.Server.ShouldBe($"db.example.com:{standby.Port} (127.0.0.3)");
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(3, "")]
    [InlineData(10, "SCRAM-SHA-256\0\0")]
    [InlineData(-1, "28P01")]
    [InlineData(-1, "3D000")]
    public async Task An_address_that_answers_in_the_servers_place_is_passed_over(int authentication, string text)
    {
        var user = await postgres.NewUserAsync(Password);
        await using ScriptedServer liar = new(
            async connection =>
            {
                await connection.ReadStartupAsync();
                await (authentication < 0
                    ? connection.SendErrorAsync(text, "no")
                    : connection.SendAuthenticationAsync(authentication, Encoding.UTF8.GetBytes(text)));
            },
            new(IPAddress.Parse("127.0.0.2"), 0));
        await using RecordingProxy real = new(postgres.Server.Host, postgres.Server.Port, at: new(IPAddress.Parse("127.0.0.3"), liar.Port));

        await using var session = await LogInAsync(liar.Port, TimeSpan.FromSeconds(5), user, "127.0.0.2", "127.0.0.3");

        session.Address.Server.ShouldEndWith("(127.0.0.3)");
    }

    [Theory]
    [InlineData("57P05", "idle_session_timeout")]
    [InlineData("25P04", "transaction_timeout")]
    public async Task A_limit_that_ends_a_login_is_lifted_where_the_server_has_it(string sqlState, string limit)
    {
        var user = await postgres.NewUserAsync(Password);
        var connections = 0;
        await using ScriptedServer server = new(async connection =>
        {
            if (Interlocked.Increment(ref connections) > 1)
            {
                await connection.ForwardAsync(postgres.Server.Port);
                return;
            }

            await connection.ReadStartupAsync();
            await connection.SendErrorAsync(sqlState, "too slow");
        });

        await using var session = await LogInAsync(server.Port, TimeSpan.FromSeconds(5), user, "127.0.0.1");

        var isKnown = (await postgres.QueryAsync($"SELECT 1 FROM pg_settings WHERE name = '{limit}'")).Count > 0;
        connections.ShouldBe(isKnown ? 2 : 3);
    }

    [Fact]
    public async Task The_error_names_the_address()
    {
        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync(1, TimeSpan.FromSeconds(5), "app", "127.0.0.2"));

        error.Problem.ShouldContain("db.example.com:1 (127.0.0.2) could not be reached");
    }

    [Fact]
    public async Task A_name_with_many_dead_addresses_costs_half_of_the_time()
    {
        await using var silent = new ScriptedServer(connection => connection.StaySilentAsync(), new(IPAddress.Any, 0));
        var many = Enumerable.Range(1, 200).Select(last => $"127.0.1.{last}").ToArray();

        await Should.ThrowAsync<DatabaseUnreachableException>(() => LogInAsync(silent.Port, TimeSpan.FromSeconds(0.2), "app", many));

        silent.Connections.ShouldBeLessThan(40);
    }

    private static Task<IDatabaseSession> LogInAsync(int port, TimeSpan timeout, string user, params string[] addresses) =>
        new NpgsqlDatabase(timeout, (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())).LogInAsync(
            new("db.example.com", port, "postgres", HostileLogin.NoTls), new(user, Password), HostileLogin.Short(), SessionSettings.Fixed,
            CancellationToken.None);

    private async Task<int> CountConnectionsAsync()
    {
        var log = await postgres.Server.ReadLogAsync();
        return log.Split("connection received: host=127.0.0.1").Length;
    }
}
