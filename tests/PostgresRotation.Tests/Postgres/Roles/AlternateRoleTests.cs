using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Tests.Servers;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Roles;

[Collection(PostgresCollection.Name)]
public class AlternateRoleTests(PostgresFixture postgres)
{
    private readonly UserPairOnServer _pair = new(postgres);

    [Fact]
    public async Task The_first_time_the_second_user_is_made_like_the_first()
    {
        var app = await _pair.NewUserAsync("CONNECTION LIMIT 7 VALID UNTIL '2099-01-02 03:04:05+00'");
        await postgres.ExecuteAsync($"""
            ALTER ROLE {app} SET search_path = "$user", public, "it's, quoted";
            ALTER ROLE {app} SET statement_timeout = '7s';
            ALTER ROLE {app} SET application_name = 'it''s \ here';
            ALTER ROLE {app} SET "myapp.Tenant" = 'x,y';
            ALTER ROLE {app} IN DATABASE postgres SET work_mem = '8MB';
            """);

        await _pair.AssertAsync(app, next: $"{app}_clone");

        await using var session = await postgres.LogInAsync($"{app}_clone", "next");
        var (original, alternate) = (await DescribeAsync(session, app), await DescribeAsync(session, $"{app}_clone"));
        alternate.CanLogin.ShouldBeTrue();
        alternate.MemberOf.ShouldBe([app]);
        alternate.ConnectionLimit.ShouldBe(7);
        alternate.ValidUntil.ShouldBe("2099-01-02 03:04:05.000000+00");
        alternate.Attributes.ShouldBe(RoleAttributes.None);
        alternate.Settings.ShouldBe([.. original.Settings, new(null, "role", app)], ignoreOrder: true);
        await session.VerifyAsync(new($"{app}_clone", ActsAs: app, NoMorePowerfulThan: app), CancellationToken.None);
    }

    [Fact]
    public async Task Asserting_what_already_holds_changes_nothing_but_the_password()
    {
        var app = await _pair.NewUserAsync("CONNECTION LIMIT 7");
        await postgres.ExecuteAsync($"ALTER ROLE {app} SET search_path = \"$user\", public");
        await _pair.AssertAsync(app, next: $"{app}_clone");
        var logged = (await postgres.Server.ReadLogAsync()).Length;

        await _pair.AssertAsync(app, next: $"{app}_clone", password: "later");

        var log = (await postgres.Server.ReadLogAsync())[logged..];
        log.Split('\n').Where(line => line.Contains("execute") && (line.Contains("ALTER ROLE") || line.Contains("GRANT "))).ShouldHaveSingleItem().ShouldContain("PASSWORD");
        await (await postgres.LogInAsync($"{app}_clone", "later")).DisposeAsync();
    }

    [Fact]
    public async Task What_the_second_user_makes_belongs_to_the_first()
    {
        var app = await _pair.NewUserAsync();
        var table = postgres.NewName("made_by_clone");
        await postgres.ExecuteAsync($"GRANT CREATE ON SCHEMA public TO {app}");
        await _pair.AssertAsync(app, next: $"{app}_clone");

        await using (var source = Npgsql.NpgsqlDataSource.Create(
            $"Host=127.0.0.1;Port={postgres.Server.Port};Username={app}_clone;Password=next;Database=postgres;Pooling=false;SSL Mode=Require;GSS Encryption Mode=Disable"))
        {
            await using var command = source.CreateCommand($"CREATE TABLE {table} ()");
            await command.ExecuteNonQueryAsync();
        }

        (await postgres.QueryAsync($"SELECT tableowner FROM pg_tables WHERE tablename = '{table}'")).ShouldBe([app]);
    }

    [Fact]
    public async Task What_was_changed_at_the_first_later_reaches_the_second()
    {
        var app = await _pair.NewUserAsync("CONNECTION LIMIT 7");
        await postgres.ExecuteAsync($"ALTER ROLE {app} SET work_mem = '8MB'");
        await _pair.AssertAsync(app, next: $"{app}_clone");
        await postgres.ExecuteAsync($"ALTER ROLE {app} RESET work_mem; ALTER ROLE {app} SET lock_timeout = '3s'; ALTER ROLE {app} CONNECTION LIMIT -1; ALTER ROLE {app}_clone NOLOGIN");

        // The first one's turn: the second is brought in line all the same, and keeps its password.
        await _pair.AssertAsync(app, next: app, password: "back");

        await using var session = await postgres.LogInAsync($"{app}_clone", "next");
        var alternate = await DescribeAsync(session, $"{app}_clone");
        alternate.ConnectionLimit.ShouldBe(-1);
        alternate.Settings.ShouldBe([new(null, "lock_timeout", "3s"), new(null, "role", app)], ignoreOrder: true);
        await (await postgres.LogInAsync(app, "back")).DisposeAsync();
    }

    [Fact]
    public async Task Acting_as_the_first_can_be_turned_off()
    {
        var app = await _pair.NewUserAsync();
        await _pair.AssertAsync(app, next: $"{app}_clone");

        await _pair.AssertAsync(app, next: $"{app}_clone", actsAsOriginal: false);

        await using var session = await postgres.LogInAsync($"{app}_clone", "next");
        await session.VerifyAsync(new($"{app}_clone", ActsAs: $"{app}_clone"), CancellationToken.None);
    }

    [Fact]
    public async Task Where_the_first_acts_as_an_owner_so_does_the_second()
    {
        var (app, owner) = (await _pair.NewUserAsync(), await _pair.NewUserAsync());
        await postgres.ExecuteAsync($"GRANT {owner} TO {app}; ALTER ROLE {app} SET role = {owner}");

        await _pair.AssertAsync(app, next: $"{app}_clone");

        await using var session = await postgres.LogInAsync($"{app}_clone", "next");
        await session.VerifyAsync(new($"{app}_clone", ActsAs: owner), CancellationToken.None);
    }

    [Theory]
    [InlineData("Mixed \"Case\" 100%; it's")]
    [InlineData("Grüße-\u0627")]
    public async Task Names_of_any_kind_take_turns(string name)
    {
        await postgres.ExecuteAsync($"CREATE ROLE {Sql.Identifier(name)} LOGIN PASSWORD 'first'");

        await _pair.AssertAsync(name, next: $"{name}_clone");
        await _pair.AssertAsync(name, next: name, password: "back");

        await using var session = await postgres.LogInAsync($"{name}_clone", "next");
        await session.VerifyAsync(new($"{name}_clone", ActsAs: name), CancellationToken.None);
        await (await postgres.LogInAsync(name, "back")).DisposeAsync();
    }

    [Fact]
    public async Task An_administrator_without_SUPERUSER_serves_a_pair()
    {
        var (app, admin) = (await _pair.NewUserAsync(), await _pair.NewUserAsync("CREATEROLE"));
        await postgres.ExecuteAsync($"ALTER ROLE {app} SET work_mem = '8MB'");

        await _pair.AssertAsync(app, next: $"{app}_clone", admin: new(admin, "first"));

        await using var session = await postgres.LogInAsync($"{app}_clone", "next");
        await session.VerifyAsync(new($"{app}_clone", ActsAs: app, NoMorePowerfulThan: app), CancellationToken.None);
    }

    [Fact]
    public async Task What_may_not_be_done_is_not_missed_when_it_holds()
    {
        var (app, admin) = (await _pair.NewUserAsync(), await _pair.NewUserAsync("CREATEROLE"));
        await postgres.ExecuteAsync($"ALTER ROLE {app} SET log_min_duration_statement = 0");
        await _pair.AssertAsync(app, next: $"{app}_clone");

        await _pair.AssertAsync(app, next: $"{app}_clone", password: "later", admin: new(admin, "first"));

        await (await postgres.LogInAsync($"{app}_clone", "later")).DisposeAsync();
    }

    [Fact]
    public async Task Two_that_make_the_second_user_at_once_both_succeed()
    {
        var app = await _pair.NewUserAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _pair.AssertAsync(app, next: $"{app}_clone")));

        await (await postgres.LogInAsync($"{app}_clone", "next")).DisposeAsync();
    }

    [Fact]
    public async Task A_role_that_does_not_exist_has_no_description()
    {
        await using var session = await postgres.LogInAsync(postgres.Administrator);

        (await session.DescribeRoleAsync("nobody", CancellationToken.None)).ShouldBeNull();
    }

    private static async Task<RoleDescription> DescribeAsync(IDatabaseSession session, string role) =>
        await session.DescribeRoleAsync(role, CancellationToken.None) ?? throw new InvalidOperationException($"No role {role}.");
}
