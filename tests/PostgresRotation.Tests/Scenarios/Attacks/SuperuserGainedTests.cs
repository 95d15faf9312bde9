using Npgsql;
using RotationLambdas.Sandbox.Databases;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Attempts of a secret's writer, or of a database user, to become a superuser. Servers and poolers are real.</summary>
[Collection(RotationSandbox.Collection)]
public sealed class SuperuserGainedTests(RotationSandbox fixture) : IDisposable
{
    private const string MadeUp = "made up";

    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task The_writers_own_server_does_not_speak_for_the_real_one()
    {
        var victim = fixture.NewName("victim");
        await fixture.ExecuteAsync($"CREATE ROLE {victim} LOGIN SUPERUSER PASSWORD 'real'");
        await using var server = await StartCopyAsync($"CREATE ROLE {victim} LOGIN PASSWORD '{MadeUp}'");

        await ShouldBeRefusedAsync(victim, server.Host, server.Port, "postgres");
    }

    [Fact]
    public async Task Staging_from_a_snapshot_does_not_change_production()
    {
        var app = fixture.NewName("app");
        await fixture.ExecuteAsync($"CREATE ROLE {app} LOGIN PASSWORD '{MadeUp}'");
        await using var staging = await StartCopyAsync($"CREATE ROLE {app} LOGIN PASSWORD '{MadeUp}'");

        await ShouldBeRefusedAsync(app, staging.Host, staging.Port, "postgres");

        (await fixture.AcceptsAsync(new AppValue(app, MadeUp))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_pooler_of_two_servers_does_not_mix_their_logins()
    {
        var victim = fixture.NewName("victim");
        await fixture.ExecuteAsync($"CREATE ROLE {victim} LOGIN PASSWORD 'real'");
        await using var server = await StartCopyAsync($"CREATE ROLE {victim} LOGIN PASSWORD '{MadeUp}'");
        await using var pooler = await PgBouncer.StartAsync(
            new Dictionary<string, int> { ["postgres"] = fixture.Database.Port, ["mine"] = server.Port },
            new Dictionary<string, string> { [victim] = MadeUp, [LocalPostgresServer.Administrator] = fixture.Database.AdministratorPassword });

        await ShouldBeRefusedAsync(victim, "127.0.0.1", pooler.Port, "mine", superuserPort: pooler.Port);
    }

    [Theory]
    [InlineData("")]
    [InlineData("IN ROLE postgres")]
    [InlineData("IN ROLE pg_execute_server_program")]
    [InlineData("NOINHERIT IN ROLE pg_signal_backend")]
    [InlineData("CREATEDB")]
    public async Task A_made_up_password_gives_no_second_user_with_the_victims_rights(string attributes)
    {
        var victim = fixture.NewName("victim");
        await fixture.ExecuteAsync($"CREATE ROLE {victim} LOGIN PASSWORD 'real' {attributes}");

        await ShouldBeRefusedAsync(victim, fixture.Database.Host, fixture.Database.Port, "postgres");
    }

    [Theory]
    [InlineData("IN ROLE postgres")]
    [InlineData("IN ROLE pg_read_server_files")]
    [InlineData("CREATEROLE")]
    [InlineData("BYPASSRLS")]
    public async Task A_powerful_user_is_refused_with_its_right_password_too(string attributes)
    {
        var user = fixture.NewName("powerful");
        await fixture.ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD '{MadeUp}' {attributes}");

        await ShouldBeRefusedAsync(user, fixture.Database.Host, fixture.Database.Port, "postgres");
    }

    [Fact]
    public async Task Power_through_a_chain_of_memberships_counts()
    {
        var (user, between) = (fixture.NewName("user"), fixture.NewName("between"));
        await fixture.ExecuteAsync(
            $"CREATE ROLE {between} NOINHERIT IN ROLE pg_write_server_files; CREATE ROLE {user} NOINHERIT LOGIN PASSWORD '{MadeUp}' IN ROLE {between}");

        await ShouldBeRefusedAsync(user, fixture.Database.Host, fixture.Database.Port, "postgres");
    }

    [Fact]
    public async Task The_superuser_itself_is_never_helped() =>
        await ShouldBeRefusedAsync(LocalPostgresServer.Administrator, fixture.Database.Host, fixture.Database.Port, "postgres");

    [Theory]
    [InlineData("CREATE FUNCTION public.trap(oid, int4) RETURNS bool LANGUAGE plpgsql AS $$ {0} $$; CREATE OPERATOR public.= (LEFTARG = oid, RIGHTARG = int4, FUNCTION = public.trap)")]
    [InlineData("CREATE FUNCTION public.pg_is_in_recovery() RETURNS bool LANGUAGE plpgsql AS $$ {0} $$; ALTER DATABASE postgres SET search_path = public, pg_catalog")]
    [InlineData("CREATE FUNCTION public.set_config(text, text, bool) RETURNS bool LANGUAGE plpgsql AS $$ {0} $$; ALTER DATABASE postgres SET search_path = public, pg_catalog")]
    public async Task What_a_database_user_puts_in_the_way_does_not_run_as_superuser(string traps)
    {
        var attacker = fixture.NewName("attacker");
        var body = $"BEGIN IF current_user = 'postgres' THEN EXECUTE 'ALTER ROLE {attacker} SUPERUSER'; END IF; RETURN false; END";
        await fixture.ExecuteAsync($"CREATE ROLE {attacker} LOGIN PASSWORD 'x'; {traps.Replace("{0}", body, StringComparison.Ordinal)}");
        try
        {
            var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
            await fixture.ExecuteAsync($"ALTER ROLE {(await secret.ValueAsync()).UserName} SET work_mem = '8MB'");

            await secret.ShouldRotateAsync();

            (await IsSuperuserAsync(attacker)).ShouldBeFalse();
        }
        finally
        {
            await fixture.ExecuteAsync("ALTER DATABASE postgres RESET search_path");
            await fixture.ExecuteAsync(
                "DROP FUNCTION IF EXISTS public.trap(oid, int4) CASCADE; DROP FUNCTION IF EXISTS public.pg_is_in_recovery(); DROP FUNCTION IF EXISTS public.set_config(text, text, bool)");
        }
    }

    /// <summary>Rotates a secret of W's making with two users and then with one: no other role appears, and the victim keeps its password
    /// and rights.</summary>
    private async Task ShouldBeRefusedAsync(string user, string host, int port, string database, int? superuserPort = null)
    {
        foreach (var strategy in new[] { "alternating-users", "single-user" })
        {
            var superuser = await fixture.CreateSuperuserAsync();
            if (superuserPort is not null)
            {
                _ = await superuser.PutChangedAsync("port", $"{superuserPort}");
            }

            fixture.Environment["ROTATION_STRATEGY"] = strategy;
            fixture.Allow("superuserSecrets", superuser.Arn);
            var secret = await fixture.CreateSecretAsync(new JsonObject
            {
                ["host"] = host,
                ["port"] = port,
                ["dbname"] = database,
                ["username"] = user,
                ["password"] = MadeUp,
                ["ssl"] = false,
                ["masterarn"] = superuser.Arn,
            });
            var before = await RolesAsync();

            await fixture.RotateAsync(secret);

            // A user may always set its own password, with one of its passwords and without any superuser.
            if (strategy == "alternating-users" || !await fixture.AcceptsAsync(await secret.ValueAsync()))
            {
                (await RolesAsync()).ShouldBe(before, $"with {strategy}");
            }

            (await fixture.AskAsync($"SELECT rolpassword IS NOT NULL FROM pg_authid WHERE rolname = '{user}_clone'")).ShouldBeNull();
        }
    }

    private async Task<string?> RolesAsync() => (string?)await fixture.AskAsync(
        "SELECT string_agg(rolname || ' ' || rolsuper || ' ' || coalesce(md5(rolpassword), ''), ', ' ORDER BY rolname) FROM pg_authid");

    private async Task<bool> IsSuperuserAsync(string role) => await fixture.AskAsync($"SELECT rolsuper FROM pg_roles WHERE rolname = '{role}'") is true;

    /// <summary>Another server, which reports the real one's system identifier, as a snapshot or an attacker's own server does.</summary>
    private async Task<LocalPostgresServer> StartCopyAsync(string sql)
    {
        var server = await LocalPostgresServer.StartAsync();
        var identifier = await fixture.AskAsync("SELECT system_identifier FROM pg_control_system()");
        await using NpgsqlConnection connection = new(server.AdministratorConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            $"""
            SET allow_system_table_mods = on;
            CREATE OR REPLACE FUNCTION pg_catalog.pg_control_system(OUT pg_control_version int, OUT catalog_version_no int, OUT system_identifier bigint,
                OUT pg_control_last_modified timestamptz) LANGUAGE sql AS 'SELECT 1, 1, {identifier}::bigint, now()';
            {sql}
            """,
            connection);
        _ = await command.ExecuteNonQueryAsync();
        return server;
    }
}
