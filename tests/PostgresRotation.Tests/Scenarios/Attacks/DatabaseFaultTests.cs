using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Bad luck and nuisance at the database that must neither stop a rotation nor break AWSCURRENT.</summary>
[Collection(RotationSandbox.Collection)]
public sealed class DatabaseFaultTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task A_user_without_access_is_not_taken_for_a_wrong_password()
    {
        fixture.Environment["SUPERUSER_SECRET_ARN"] = (await fixture.CreateSuperuserAsync()).Arn;
        var secret = await fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        await fixture.ExecuteAsync($"ALTER ROLE {before.UserName} NOLOGIN");

        (await fixture.RotateAsync(secret)).ShouldFailWith<LoginNotAllowedException>();

        await fixture.ExecuteAsync($"ALTER ROLE {before.UserName} LOGIN");
        (await fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Fact]
    public async Task Through_a_pooler_a_user_sets_its_own_password()
    {
        var secret = await fixture.CreateAppAsync();
        var user = await secret.ValueAsync();
        await using var pooler = await PgBouncer.StartAsync(
            new Dictionary<string, int> { ["postgres"] = fixture.Database.Port }, new Dictionary<string, string> { [user.UserName] = user.Password });
        _ = await secret.PutChangedAsync("port", $"{pooler.Port}");

        var outcome = await fixture.RotateAsync(secret);

        // The pooler's own list has the old password only.
        outcome.ShouldFailWith<LoginRefusedException>();
        outcome.LastStep().ErrorMessage!.ShouldContain("A pooler with a password list of its own");
    }

    [Fact]
    public async Task The_error_names_the_connection_limit()
    {
        var secret = await fixture.CreateAppAsync(attributes: "LOGIN CONNECTION LIMIT 0");

        var outcome = await fixture.RotateAsync(secret);

        outcome.ShouldFailWith<DatabaseUnreachableException>();
        outcome.LastStep().ErrorMessage!.ShouldContain("CONNECTION LIMIT");
    }

    [Fact]
    public async Task The_error_names_the_expiry_as_a_possible_cause()
    {
        var secret = await fixture.CreateAppAsync(attributes: "LOGIN VALID UNTIL '2001-01-01'");

        var outcome = await fixture.RotateAsync(secret);

        outcome.ShouldFailWith<LoginRefusedException>();
        outcome.LastStep().ErrorMessage!.ShouldContain("VALID UNTIL");
    }

    [Fact]
    public async Task Settings_that_may_not_be_copied_are_left_out_with_a_warning()
    {
        var admin = fixture.NewName("admin");
        await fixture.ExecuteAsync($"CREATE ROLE {admin} LOGIN CREATEROLE PASSWORD 'admin'");
        var superuser = await fixture.CreateSuperuserAsync();
        _ = await superuser.PutAsync((await superuser.TextAsync())
            .Replace("\"postgres\"", $"\"{admin}\"", StringComparison.Ordinal).Replace(fixture.Database.AdministratorPassword, "admin", StringComparison.Ordinal));
        var secret = await fixture.CreateAppAsync(superuser);
        var user = (await secret.ValueAsync()).UserName;
        await fixture.ExecuteAsync($"ALTER ROLE {user} SET log_min_duration_statement = 0; ALTER ROLE {user} SET work_mem = '8MB'; ALTER ROLE {admin} SET role = pg_monitor");
        await GrantOptionsAsync(admin, user);

        await secret.ShouldRotateAsync();

        fixture.Log.ShouldContain("was left out: ALTER ROLE \"" + user + "_clone\" SET \"log_min_duration_statement\"");
        fixture.Log.ShouldContain("may not keep its statements out of the server's log");
        ((string?)await fixture.AskAsync($"SELECT array_to_string(rolconfig, ',') FROM pg_roles WHERE rolname = '{user}_clone'"))!.ShouldContain("work_mem=8MB");
    }

    [Fact]
    public async Task An_original_that_runs_as_an_owner_rotates_repeatedly()
    {
        var owner = fixture.NewName("owner");
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        var user = (await secret.ValueAsync()).UserName;
        await fixture.ExecuteAsync($"CREATE ROLE {owner}; GRANT {owner} TO {user}; ALTER ROLE {user} SET role = {owner}");

        await secret.ShouldRotateAsync();
        (await fixture.AskAsync("SELECT current_user::text", await secret.ValueAsync())).ShouldBe(owner);
        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
    }

    [Fact]
    public async Task A_superusers_statements_keep_the_hash_out_of_the_servers_log()
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        var logged = (await fixture.Database.ReadLogAsync()).Length;

        await secret.ShouldRotateAsync();

        (await fixture.Database.ReadLogAsync())[logged..].ShouldNotContain("SCRAM-SHA-256$");
    }

    [Fact]
    public async Task A_superusers_secret_without_dbname_uses_postgres_then_template1()
    {
        await using var server = await LocalPostgresServer.StartAsync();
        await using Npgsql.NpgsqlConnection connection = new(server.AdministratorConnectionString.Replace("Database=postgres", "Database=template1", StringComparison.Ordinal));
        await connection.OpenAsync();
        await using Npgsql.NpgsqlCommand command = new("ALTER DATABASE postgres RENAME TO other", connection);
        _ = await command.ExecuteNonQueryAsync();
        await using Npgsql.NpgsqlCommand role = new("CREATE ROLE app LOGIN PASSWORD 'first password'", connection);
        _ = await role.ExecuteNonQueryAsync();
        var superuser = await fixture.CreateSuperuserAsync();
        _ = await superuser.PutAsync((await superuser.TextAsync())
            .Replace($"{fixture.Database.Port}", $"{server.Port}", StringComparison.Ordinal)
            .Replace(fixture.Database.AdministratorPassword, server.AdministratorPassword, StringComparison.Ordinal));
        var secret = await fixture.CreateSecretAsync(
            $$"""{"host":"127.0.0.1","port":{{server.Port}},"dbname":"other","username":"app","password":"first password","ssl":false,"masterarn":"{{superuser.Arn}}"}""");

        (await fixture.RotateAsync(secret)).ShouldSucceed();
    }

    /// <summary>From PostgreSQL 16 on an administrator needs ADMIN OPTION.</summary>
    private async Task GrantOptionsAsync(string admin, string user)
    {
        if ((int)(await fixture.AskAsync("SELECT current_setting('server_version_num')::int"))! >= 160000)
        {
            await fixture.ExecuteAsync($"GRANT {user} TO {admin} WITH ADMIN OPTION");
        }
    }
}
