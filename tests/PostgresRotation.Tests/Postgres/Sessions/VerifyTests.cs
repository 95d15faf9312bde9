namespace RotationLambdas.PostgresRotation.Tests.Postgres.Sessions;

public class VerifyTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Another_user_or_role_than_expected_is_refused_with_the_remedy()
    {
        var user = await postgres.NewUserAsync();
        await using var session = await postgres.LogInAsync(user, "pw");

        (await Should.ThrowAsync<CredentialUnusableException>(() => session.VerifyAsync(new("somebody"), CancellationToken.None)))
            .Problem.ShouldBe($"The login of somebody came out as {user}.");
        (await Should.ThrowAsync<CredentialUnusableException>(() => session.VerifyAsync(new(user, ActsAs: "it's"), CancellationToken.None)))
            .Remedy.ShouldStartWith($"Run: ALTER ROLE \"{user}\" SET role TO 'it''s';");
    }

    [Theory]
    [InlineData("SELECT * FROM pg_authid", false, "42501")]
    [InlineData("CREATE TABLE public.written ()", true, "25006")]
    public async Task A_failing_test_query_is_the_credentials_fault(string query, bool isReadOnly, string sqlState)
    {
        var user = await postgres.NewUserAsync();
        await postgres.ExecuteAsync($"GRANT CREATE ON SCHEMA public TO {user}");
        await using var session = await postgres.LogInAsync(new Credential(user, "pw"), settings: SessionSettings.UsersOwn);

        (await Should.ThrowAsync<CredentialUnusableException>(() => session.TryOutAsync(query, isReadOnly, CancellationToken.None)))
            .Problem.ShouldContain(sqlState);
    }

    [Fact]
    public async Task A_test_query_runs_with_the_users_own_settings()
    {
        var user = await postgres.NewUserAsync();
        await postgres.ExecuteAsync($"ALTER ROLE {user} SET search_path = information_schema");
        await using var session = await postgres.LogInAsync(new Credential(user, "pw"), settings: SessionSettings.UsersOwn);

        await session.TryOutAsync("SELECT count(*) FROM tables; SELECT 1", false, CancellationToken.None);
    }

    [Fact]
    public async Task A_role_setting_counts_although_the_session_is_fixed()
    {
        var (owner, user, other) = (await postgres.NewUserAsync(), await postgres.NewUserAsync(), await postgres.NewUserAsync());
        await postgres.ExecuteAsync(
            $"GRANT {owner} TO {user}; ALTER ROLE {user} SET role = {owner}; GRANT {owner} TO {other}; ALTER ROLE {other} SET role = "
                + $"{owner}");
        await using var session = await postgres.LogInAsync(user, "pw");

        await session.VerifyAsync(new(user, ActsAs: owner), CancellationToken.None);
        await session.VerifyAsync(new(user, ActsAs: other), CancellationToken.None);
        await Should.ThrowAsync<CredentialUnusableException>(
            () => session.VerifyAsync(new(user, ActsAs: user + "x"), CancellationToken.None));
    }

    [Fact]
    public async Task A_test_query_leaves_nothing_behind()
    {
        var user = await postgres.NewUserAsync();
        var table = postgres.NewName("left_behind");
        await postgres.ExecuteAsync($"GRANT CREATE ON SCHEMA public TO {user}");
        await using var session = await postgres.LogInAsync(new Credential(user, "pw"), settings: SessionSettings.UsersOwn);

        await session.TryOutAsync($"CREATE TABLE {table} ()", false, CancellationToken.None);

        (await postgres.QueryAsync($"SELECT count(*) FROM pg_class WHERE relname = '{table}'")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_test_query_that_takes_too_long_is_cut_off()
    {
        var user = await postgres.NewUserAsync();
        await using var session = await new NpgsqlDatabase(TimeSpan.FromSeconds(5)).LogInAsync(
            postgres.Address, new(user, "pw"), new(TimeSpan.FromSeconds(8), new Timing.HurriedClock()), SessionSettings.UsersOwn,
            CancellationToken.None);

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(
            () => session.TryOutAsync("SELECT pg_sleep(600)", false, CancellationToken.None));

        error.ConnectionLost.ShouldBeTrue();
    }

    [Fact]
    public async Task A_read_only_server_takes_no_password_and_fails_the_test()
    {
        await using var server = await LocalPostgresServer.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { ["default_transaction_read_only"] = "on" },
        });
        var address = new ServerAddress(server.Host, server.Port, "postgres", new(TlsMode.Disabled));
        await using var session = await postgres.LogInAsync(new(LocalPostgresServer.Administrator, server.AdministratorPassword), address);

        (await Should.ThrowAsync<DatabaseRefusedException>(() => session.SetPasswordAsync(new("x"), CancellationToken.None)))
            .Problem.ShouldContain("read-only");
        (await Should.ThrowAsync<DatabaseRefusedException>(
            () => session.VerifyAsync(new(LocalPostgresServer.Administrator), CancellationToken.None)))
            .Problem.ShouldContain("read-only");
        await session.VerifyAsync(new(LocalPostgresServer.Administrator, ReadOnlyExpected: true), CancellationToken.None);
    }
}
