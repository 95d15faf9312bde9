using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Tests.Servers;
using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Sessions;

[Collection(PostgresCollection.Name)]
public class VerifyTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_plain_user_is_fine()
    {
        var user = await NewUserAsync();
        await using var session = await postgres.LogInAsync(user, "pw");

        await session.VerifyAsync(new(user, ActsAs: user, NoMorePowerfulThan: user, TestQuery: "SELECT 1; SELECT count(*) FROM pg_class"), CancellationToken.None);
    }

    [Fact]
    public async Task Another_user_than_expected_is_refused()
    {
        var user = await NewUserAsync();
        await using var session = await postgres.LogInAsync(user, "pw");

        (await Should.ThrowAsync<CredentialUnusableException>(() => session.VerifyAsync(new("somebody"), CancellationToken.None)))
            .Problem.ShouldBe($"The login of somebody came out as {user}.");
    }

    [Fact]
    public async Task A_session_that_does_not_act_as_it_should_is_refused_with_the_statement_to_run()
    {
        var user = await NewUserAsync();
        await using var session = await postgres.LogInAsync(user, "pw");

        (await Should.ThrowAsync<CredentialUnusableException>(() => session.VerifyAsync(new(user, ActsAs: "it's"), CancellationToken.None)))
            .Remedy.ShouldStartWith($"Run: ALTER ROLE \"{user}\" SET role TO 'it''s';");
    }

    [Fact]
    public async Task A_user_more_powerful_than_its_partner_is_refused()
    {
        var (original, user) = (await NewUserAsync("CREATEDB"), await NewUserAsync("CREATEDB CREATEROLE REPLICATION"));
        await using var session = await postgres.LogInAsync(user, "pw");

        var error = await Should.ThrowAsync<CredentialUnusableException>(() => session.VerifyAsync(new(user, NoMorePowerfulThan: original), CancellationToken.None));

        error.Problem.ShouldEndWith("CREATEROLE REPLICATION.");
        error.Remedy.ShouldBe($"Run: ALTER ROLE \"{user}\" NOCREATEROLE NOREPLICATION;");
    }

    [Fact]
    public async Task A_test_query_that_fails_is_the_credentials_fault()
    {
        var user = await NewUserAsync();
        await using var session = await postgres.LogInAsync(user, "pw");

        var error = await Should.ThrowAsync<CredentialUnusableException>(
            () => session.VerifyAsync(new(user, TestQuery: "SELECT * FROM pg_authid"), CancellationToken.None));

        error.Problem.ShouldContain("42501");
    }

    [Fact]
    public async Task A_test_query_leaves_nothing_behind()
    {
        var user = await NewUserAsync();
        var table = postgres.NewName("left_behind");
        await postgres.ExecuteAsync($"GRANT CREATE ON SCHEMA public TO {user}");
        await using var session = await postgres.LogInAsync(user, "pw");

        await session.VerifyAsync(new(user, TestQuery: $"CREATE TABLE {table} ()"), CancellationToken.None);

        (await postgres.QueryAsync($"SELECT count(*) FROM pg_class WHERE relname = '{table}'")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_test_query_that_takes_too_long_is_cut_off()
    {
        var user = await NewUserAsync();
        await using var session = await new NpgsqlDatabase(TimeSpan.FromSeconds(5)).LogInAsync(
            postgres.Address, new(user, "pw"), new(TimeSpan.FromSeconds(4), TimeProvider.System), CancellationToken.None);

        var error = await Should.ThrowAsync<DatabaseUnreachableException>(() => session.VerifyAsync(new(user, TestQuery: "SELECT pg_sleep(600)"), CancellationToken.None));

        error.ConnectionLost.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_is_read_only_as_a_whole_takes_no_password_and_fails_the_test()
    {
        await using var server = await LocalPostgresServer.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { ["default_transaction_read_only"] = "on" },
        });
        var address = new ServerAddress(server.Host, server.Port, "postgres", new(TlsMode.Disabled));
        await using var session = await postgres.LogInAsync(new(LocalPostgresServer.Administrator, server.AdministratorPassword), address);

        (await Should.ThrowAsync<DatabaseRefusedException>(() => session.SetPasswordAsync(LocalPostgresServer.Administrator, "x", CancellationToken.None)))
            .Problem.ShouldContain("read-only");
        (await Should.ThrowAsync<DatabaseRefusedException>(() => session.VerifyAsync(new(LocalPostgresServer.Administrator), CancellationToken.None)))
            .Problem.ShouldContain("read-only");
        await session.VerifyAsync(new(LocalPostgresServer.Administrator, ReadOnlyExpected: true), CancellationToken.None);
    }

    [Fact]
    public async Task The_system_identifier_is_the_same_for_everybody()
    {
        await using var admin = await postgres.LogInAsync(postgres.Administrator);
        await using var user = await postgres.LogInAsync(await NewUserAsync(), "pw");

        var identifier = await admin.SystemIdentifierAsync(CancellationToken.None);

        identifier.ShouldBe((await postgres.QueryAsync("SELECT system_identifier FROM pg_control_system()")).Single());
        (await user.SystemIdentifierAsync(CancellationToken.None)).ShouldBe(identifier);
    }

    private async Task<string> NewUserAsync(string attributes = "")
    {
        var user = postgres.NewName();
        await postgres.ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD 'pw' {attributes}");
        return user;
    }
}
