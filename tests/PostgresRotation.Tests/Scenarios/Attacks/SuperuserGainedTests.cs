namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Attempts of a secret's writer, or of a database user, to become a superuser. Servers and poolers are real.</summary>
[Collection(AttackServers.Roles)]
public sealed class SuperuserGainedTests(AttackServers servers) : Attack(servers)
{
    private const string Trap = "CREATE FUNCTION public.version() RETURNS bool {0}; CREATE FUNCTION public.run() RETURNS event_trigger "
        + "LANGUAGE plpgsql AS $$ BEGIN ";

    [Theory]
    [OnEachServer("SUPERUSER", "real")]
    [OnEachServer("", MadeUp)]
    public async Task The_writers_own_server_or_a_snapshot_does_not_change_the_real_one(string server, string attributes, string password)
    {
        await AttackAsync(server);
        var user = Fixture.NewName("user");
        await ExecuteAsync($"CREATE ROLE {user} LOGIN {attributes} PASSWORD '{password}'");
        await using var copy = await StartCopyAsync($"CREATE ROLE {user} LOGIN PASSWORD '{MadeUp}'");

        await ShouldBeRefusedAsync(user, copy.Port);

        (await Fixture.AcceptsAsync(new AppValue(user, password))).ShouldBeTrue();
    }

    [Theory]
    [OnEachServer("real", "")]
    [OnEachServer("real", "IN ROLE postgres")]
    [OnEachServer("real", "IN ROLE pg_execute_server_program")]
    [OnEachServer("real", "NOINHERIT IN ROLE pg_signal_backend")]
    [OnEachServer("real", "CREATEDB")]
    [OnEachServer(MadeUp, "IN ROLE postgres")]
    [OnEachServer(MadeUp, "IN ROLE pg_read_server_files")]
    [OnEachServer(MadeUp, "CREATEROLE")]
    [OnEachServer(MadeUp, "BYPASSRLS")]
    [OnEachServer(MadeUp, "REPLICATION")]
    [OnEachServer(MadeUp, "NOINHERIT ROLE postgres ADMIN postgres IN ROLE pg_monitor")]
    public async Task A_stolen_or_powerful_user_gets_no_second_one(
        string server, string password, string attributes)
    {
        await AttackAsync(server);
        var user = Fixture.NewName("victim");
        await ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD '{password}' {attributes}");

        await ShouldBeRefusedAsync(user);
    }

    [Theory]
    [OnEachServer]
    public async Task Power_through_a_chain_of_memberships_counts(string server)
    {
        await AttackAsync(server);
        var (user, between) = (Fixture.NewName("user"), Fixture.NewName("between"));
        await ExecuteAsync(
            $"CREATE ROLE {between} NOINHERIT IN ROLE pg_write_server_files; CREATE ROLE {user} NOINHERIT LOGIN PASSWORD '{MadeUp}' IN "
                + $"ROLE {between}");
        if (await VersionAsync() >= 160000)
        {
            await ExecuteAsync($"GRANT pg_write_server_files TO {between} WITH INHERIT FALSE, SET FALSE");
        }

        await ShouldBeRefusedAsync(user);
    }

    [Theory]
    [OnEachServer(LocalPostgresServer.Administrator)]
    [OnEachServer("Postgres")]
    [OnEachServer("session_user")]
    [OnEachServer("public")]
    public async Task The_superuser_itself_is_never_helped(string server, string user)
    {
        await AttackAsync(server);

        await ShouldBeRefusedAsync(user);
    }

    [Theory]
    [OnEachServer]
    public async Task A_superusers_secret_for_the_applications_own_user_gives_no_second_one(string server)
    {
        await AttackAsync(server);
        var secret = await Fixture.CreateAppAsync(attributes: "LOGIN CREATEROLE");
        var user = (await secret.ValueAsync()).UserName;
        var superuser = await Fixture.CreateSecretAsync(await secret.TextAsync());
        _ = await secret.PutChangedAsync("masterarn", superuser.Arn);
        Fixture.Allow("superuserSecrets", superuser.Arn);
        Fixture.Allow("privileged", secret.Arn, user);
        Fixture.Allow("privileged", secret.Arn, user + "_clone");

        (await Fixture.RotateAsync(secret)).LastStep().ErrorMessage!.ShouldContain("is the user of a superuser's secret");

        (await Fixture.AskAsync($"SELECT 1 FROM pg_roles WHERE rolname = '{user}_clone'")).ShouldBeNull();
    }

    [Theory]
    [InlineData("trust", nameof(AuthenticationUnsafeException))]
    [InlineData("password", nameof(AuthenticationUnsafeException))]
    [InlineData("ident", nameof(LoginNotAllowedException))]
    [InlineData("cert", nameof(LoginNotAllowedException))]
    [InlineData("scram-sha-256 clientcert=verify-ca", nameof(LoginNotAllowedException))]
    public async Task A_login_that_checks_no_hash_is_not_evidence(string method, string error)
    {
        await AttackAsync(Databases.TestDatabases.Versions.First());
        using Databases.ServerTls tls = new();
        Fixture.Environment["TLS_CA_FILE"] = tls.RootCertificateFile;
        await using var lax = await LocalPostgresServer.StartAsync(new()
        {
            Certificate = tls.Issue(),
            HostLines = [$"hostssl all victim 127.0.0.1/32 {method}", "host all all 127.0.0.1/32 scram-sha-256"],
            Settings = new Dictionary<string, string> { ["ssl_ca_file"] = "server.crt" },
        });
        _ = await Databases.Sql.ScalarAsync(lax.AdministratorConnectionString, $"CREATE ROLE victim LOGIN PASSWORD '{MadeUp}'");
        var superuser = await CreateAsync("postgres", lax.AdministratorPassword);
        Fixture.Allow("superuserSecrets", superuser.Arn);
        var secret = await CreateAsync("victim", MadeUp);
        _ = await secret.PutChangedAsync("masterarn", superuser.Arn);

        (await Fixture.RotateAsync(secret)).LastStep().ErrorType.ShouldBe(error);

        (await Databases.Sql.ScalarAsync(lax.AdministratorConnectionString, "SELECT 1 FROM pg_roles WHERE rolname = 'victim_clone'")).ShouldBeNull();

        Task<AppSecret> CreateAsync(string user, string password) => Fixture.CreateSecretAsync(
            $$"""{"host":"{{lax.Host}}","port":{{lax.Port}},"username":"{{user}}","password":"{{password}}","ssl":true,"masterarn":""}""");
    }

    [Theory]
    [OnEachServer("CREATE FUNCTION public.trap(oid, int4) RETURNS bool {0}; CREATE OPERATOR public.= (LEFTARG = oid, RIGHTARG = int4, FUNCTION = public.trap)")]
    [OnEachServer("CREATE FUNCTION public.trap(text, text) RETURNS bool {0}; CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = public.trap)")]
    [OnEachServer("CREATE FUNCTION public.trap(name, name) RETURNS bool {0}; CREATE OPERATOR public.= (LEFTARG = name, RIGHTARG = name, FUNCTION = public.trap)")]
    [OnEachServer("CREATE FUNCTION public.pg_is_in_recovery() RETURNS bool {0}")]
    [OnEachServer("CREATE FUNCTION public.set_config(text, text, bool) RETURNS bool {0}")]
    [OnEachServer("CREATE FUNCTION public.starts_with(text, text) RETURNS bool {0}")]
    [OnEachServer("CREATE FUNCTION public.version() RETURNS bool {0}; ALTER DATABASE postgres SET role = {1}")]
    [OnEachServer("CREATE FUNCTION public.version() RETURNS bool {0}; ALTER ROLE ALL SET role = {1}")]
    [OnEachServer(Trap + "PERFORM public.version(); END $$; CREATE EVENT TRIGGER trap ON ddl_command_start EXECUTE FUNCTION public.run()")]
    [OnEachServer(Trap + "IF current_setting('application_name') = 'RotationLambdas' THEN PERFORM version(); END IF; END $$; DO $$ BEGIN "
        + "IF current_setting('server_version_num')::int >= 170000 THEN CREATE EVENT TRIGGER trap ON login EXECUTE FUNCTION public.run(); "
        + "END IF; END $$")]
    public async Task What_a_database_user_puts_in_the_way_does_not_run_as_superuser(string server, string traps)
    {
        await AttackAsync(server);
        var attacker = Fixture.NewName("attacker");
        var secret = await Fixture.CreateAppAsync(await Fixture.CreateSuperuserAsync());
        await ExecuteAsync(
            $"ALTER ROLE {(await secret.ValueAsync()).UserName} SET work_mem = '8MB'; CREATE ROLE {attacker} LOGIN PASSWORD 'x'");
        var body =
            $"LANGUAGE plpgsql AS $$ BEGIN IF current_user OPERATOR(pg_catalog.=) 'postgres' THEN EXECUTE 'ALTER ROLE {attacker} "
                + "SUPERUSER'; END IF; RETURN false; END $$";
        await ExecuteAsync(
            "ALTER DATABASE postgres SET search_path = public, pg_catalog; "
            + traps.Replace("{0}", body, StringComparison.Ordinal).Replace("{1}", attacker, StringComparison.Ordinal));
        try
        {
            await secret.ShouldRotateAsync();
            await secret.ShouldRotateAsync();

            (await Fixture.AskAsync($"SELECT rolsuper FROM pg_roles WHERE rolname = '{attacker}'")).ShouldBe(false);
        }
        finally
        {
            await ExecuteAsync(
                """
                SET ROLE NONE; SET search_path = pg_catalog; DROP EVENT TRIGGER IF EXISTS trap; DROP FUNCTION IF EXISTS public.run();
                ALTER ROLE ALL RESET ALL; ALTER DATABASE postgres RESET ALL; DROP FUNCTION IF EXISTS public.trap(oid, int4) CASCADE;
                DROP FUNCTION IF EXISTS public.trap(text, text) CASCADE; DROP FUNCTION IF EXISTS public.trap(name, name) CASCADE;
                DROP FUNCTION IF EXISTS public.pg_is_in_recovery(), public.set_config(text, text, bool), public.starts_with(text, text), public.version()
                """);
        }
    }
}
