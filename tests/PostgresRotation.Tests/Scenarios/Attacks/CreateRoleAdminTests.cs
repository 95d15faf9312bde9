namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>An administrator that is not a superuser, as RDS gives one: CREATEROLE, and from PostgreSQL 16 on ADMIN OPTION on each
/// role.</summary>
[Collection(AttackServers.Roles)]
public sealed class CreateRoleAdminTests(AttackServers servers) : Attack(servers)
{
    [Theory]
    [OnEachServer]
    public async Task What_it_may_not_copy_is_left_out_with_a_warning(string server)
    {
        var (secret, user, admin) = await PrepareAsync(server);
        await ExecuteAsync(
            $"ALTER ROLE {user} SET log_min_duration_statement = 0; ALTER ROLE {user} SET work_mem = '8MB'; "
            + $"ALTER ROLE {admin} SET role = pg_monitor; ALTER ROLE {admin} SET exit_on_error = on");

        await secret.ShouldRotateAsync();

        Fixture.Log.ShouldContain("was left out: ALTER ROLE \"" + user + "_clone\" SET \"log_min_duration_statement\"");
        Fixture.Log.ShouldContain("may not keep its statements out of the server's log");
        ((string?)await Fixture.AskAsync(
            $"SELECT array_to_string(rolconfig, ',') FROM pg_roles WHERE rolname = '{user}_clone'"))!.ShouldContain("work_mem=8MB");
    }

    [Theory]
    [OnEachServer("ROLE {0}")]
    [OnEachServer("DATABASE postgres")]
    public async Task It_rotates_two_users_and_grants_itself_nothing(string server, string scope)
    {
        var (secret, user, admin) = await PrepareAsync(server);
        var alter = "ALTER " + scope.Replace("{0}", admin, StringComparison.Ordinal);
        if (await VersionAsync() >= 160000)
        {
            await ExecuteAsync($"{alter} SET createrole_self_grant = 'set, inherit'");
        }

        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();

        await ExecuteAsync($"{alter} RESET ALL");
        (await Fixture.AskAsync($"SELECT pg_has_role('{admin}', '{user}_clone', 'USAGE')")).ShouldBe(false);
    }

    [Theory]
    [OnEachServer]
    public async Task Without_ADMIN_OPTION_the_error_has_the_statement(string server)
    {
        var (secret, user, admin) = await PrepareAsync(server, grants: false);

        var outcome = await Fixture.RotateAsync(secret);

        if (await VersionAsync() < 160000)
        {
            outcome.ShouldSucceed();
            return;
        }

        outcome.ShouldFailWith<NotPermittedException>();
        outcome.LastStep().ErrorMessage!.ShouldContain($"GRANT \"{user}\" TO \"{admin}\" WITH ADMIN OPTION;");
        (await Fixture.AskAsync($"SELECT 1 FROM pg_roles WHERE rolname = '{user}_clone'")).ShouldBeNull();
    }

    [Theory]
    [OnEachServer("SET FALSE")]
    [OnEachServer("INHERIT FALSE, SET FALSE")]
    public async Task A_grant_that_an_administrator_restricted_is_not_widened(string server, string options)
    {
        var (secret, user, _) = await PrepareAsync(server);
        if (await VersionAsync() < 160000)
        {
            return;
        }

        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
        await ExecuteAsync(
            $$"""
            DO $$ BEGIN EXECUTE (
                SELECT format('REVOKE {{user}} FROM {{user}}_clone GRANTED BY %s', grantor::regrole) FROM pg_auth_members
                WHERE member = '{{user}}_clone'::regrole AND roleid = '{{user}}'::regrole); END $$;
            GRANT {{user}} TO {{user}}_clone WITH {{options}}
            """);

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await Fixture.AskAsync($"SELECT pg_has_role('{user}_clone', '{user}', 'SET')")).ShouldBe(false);
    }

    private async Task<(AppSecret Secret, string User, string Admin)> PrepareAsync(string server, bool grants = true)
    {
        await AttackAsync(server);
        var admin = Fixture.NewName("admin");
        await ExecuteAsync($"CREATE ROLE {admin} LOGIN CREATEROLE PASSWORD 'admin'");
        var secret = await Fixture.CreateAppAsync(await CreateSuperuserAsync(admin));
        var user = (await secret.ValueAsync()).UserName;
        if (grants && await VersionAsync() >= 160000)
        {
            await ExecuteAsync($"GRANT {user} TO {admin} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE");
        }

        return (secret, user, admin);
    }
}
