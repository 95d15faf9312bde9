using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Tests.Servers;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Roles;

[Collection(PostgresCollection.Name)]
public class AlternateRoleRefusalTests(PostgresFixture postgres)
{
    private readonly UserPairOnServer _pair = new(postgres);

    [Fact]
    public async Task A_second_user_that_is_no_member_of_the_first_is_refused()
    {
        var app = await _pair.NewUserAsync();
        await postgres.ExecuteAsync($"CREATE ROLE {app}_clone LOGIN");

        var error = await Should.ThrowAsync<RoleUnsuitableException>(() => _pair.AssertAsync(app, next: $"{app}_clone"));

        error.Remedy.ShouldContain($"GRANT \"{app}\" TO \"{app}_clone\"");
    }

    [Theory]
    [InlineData("SUPERUSER")]
    [InlineData("CREATEROLE")]
    [InlineData("CREATEDB")]
    [InlineData("REPLICATION")]
    [InlineData("BYPASSRLS")]
    public async Task A_second_user_more_powerful_than_the_first_is_refused(string attribute)
    {
        var app = await _pair.NewUserAsync();
        await postgres.ExecuteAsync($"CREATE ROLE {app}_clone LOGIN {attribute} IN ROLE {app}");

        var error = await Should.ThrowAsync<RoleUnsuitableException>(() => _pair.AssertAsync(app, next: $"{app}_clone"));

        error.Problem.ShouldEndWith($"lacks: {attribute}.");
        error.Remedy.ShouldBe($"Run: ALTER ROLE \"{app}_clone\" NO{attribute};");
    }

    [Fact]
    public async Task The_turn_of_a_first_user_that_does_not_exist_is_refused()
    {
        var error = await Should.ThrowAsync<RoleUnsuitableException>(() => _pair.AssertAsync("nobody", next: "nobody"));

        error.Problem.ShouldContain("no role nobody");
    }

    [Fact]
    public async Task An_unrelated_first_user_is_refused_and_keeps_its_password()
    {
        var app = await _pair.NewUserAsync();
        await postgres.ExecuteAsync($"CREATE ROLE {app}_clone LOGIN PASSWORD 'current'");

        await Should.ThrowAsync<RoleUnsuitableException>(() => _pair.AssertAsync(app, next: app));

        await (await postgres.LogInAsync(app, "first")).DisposeAsync();
    }

    [Fact]
    public async Task A_name_that_the_suffix_makes_too_long_is_refused()
    {
        var app = new string('y', 60);

        await Should.ThrowAsync<RoleUnsuitableException>(() => _pair.AssertAsync(app, next: $"{app}_clone"));
    }

    [Fact]
    public async Task An_administrator_that_may_not_change_roles_is_told_what_it_lacks()
    {
        var (app, admin) = (await _pair.NewUserAsync(), await _pair.NewUserAsync());

        var error = await Should.ThrowAsync<NotPermittedException>(() => _pair.AssertAsync(app, next: $"{app}_clone", admin: new(admin, "first")));

        error.Remedy.ShouldBe($"Run: ALTER ROLE \"{admin}\" CREATEROLE;");
    }

    [Fact]
    public async Task What_may_not_be_done_leaves_nothing_half_done()
    {
        var (app, admin) = (await _pair.NewUserAsync(), await _pair.NewUserAsync("CREATEROLE"));
        await postgres.ExecuteAsync($"ALTER ROLE {app} SET log_min_duration_statement = 0");

        await Should.ThrowAsync<NotPermittedException>(() => _pair.AssertAsync(app, next: $"{app}_clone", admin: new(admin, "first")));

        (await postgres.QueryAsync($"SELECT count(*) FROM pg_roles WHERE rolname = '{app}_clone'")).ShouldBe(["0"]);
    }
}
