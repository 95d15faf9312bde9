namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Bad luck and nuisance at the database that must neither stop a rotation nor end in a rude failure.</summary>
[Collection(AttackServers.Faults)]
public sealed class DatabaseFaultTests(AttackServers servers) : Attack(servers)
{
    [Theory]
    [OnEachServer("NOLOGIN", nameof(LoginNotAllowedException), "LOGIN")]
    [OnEachServer("LOGIN CONNECTION LIMIT 0", nameof(DatabaseUnreachableException), "CONNECTION LIMIT")]
    [OnEachServer("LOGIN VALID UNTIL '2001-01-01'", nameof(LoginRefusedException), "VALID UNTIL")]
    public async Task The_error_names_what_keeps_the_user_out(string server, string attribute, string error, string named)
    {
        await AttackAsync(server);
        var secret = await Fixture.CreateAppAsync(attributes: attribute);

        var outcome = await Fixture.RotateAsync(secret);

        outcome.LastStep().ErrorType.ShouldBe(error);
        outcome.LastStep().ErrorMessage!.ShouldContain(named);
    }

    [Theory]
    [OnEachServer]
    public async Task A_user_that_the_server_does_not_let_in_is_not_helped(string server)
    {
        await AttackAsync(server);
        Fixture.Environment["SUPERUSER_SECRET_ARN"] = (await Fixture.CreateSuperuserAsync()).Arn;
        var secret = await Fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        await ExecuteAsync($"ALTER ROLE {before.UserName} NOLOGIN");

        (await Fixture.RotateAsync(secret)).ShouldFailWith<LoginNotAllowedException>();

        await ExecuteAsync($"ALTER ROLE {before.UserName} LOGIN");
        (await Fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Theory]
    [OnEachServer]
    public async Task An_original_that_runs_as_an_owner_rotates_repeatedly(string server)
    {
        await AttackAsync(server);
        var owner = Fixture.NewName("owner");
        var secret = await Fixture.CreateAppAsync(await Fixture.CreateSuperuserAsync());
        var user = (await secret.ValueAsync()).UserName;
        await ExecuteAsync($"CREATE ROLE {owner}; GRANT {owner} TO {user}; ALTER ROLE {user} SET role = {owner}");

        await secret.ShouldRotateAsync();
        (await Fixture.AskAsync("SELECT current_user::text", await secret.ValueAsync())).ShouldBe(owner);
        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
    }

    [Theory]
    [OnEachServer("log_statement = 'all'")]
    [OnEachServer("log_min_duration_statement = 0")]
    [OnEachServer("log_transaction_sample_rate = 1")]
    [OnEachServer("log_min_duration_sample = 0")]
    [OnEachServer("debug_print_parse = on")]
    [OnEachServer("debug_print_rewritten = on")]
    public async Task A_superusers_statements_keep_the_hash_out_of_the_servers_log(string server, string setting)
    {
        var (secret, _) = await PairAsync(server);
        await ExecuteAsync($"ALTER DATABASE postgres SET {setting}; ALTER DATABASE postgres SET log_statement_sample_rate = 1");
        var logged = (await Fixture.Database.ReadLogAsync()).Length;
        try
        {
            await secret.ShouldRotateAsync();
        }
        finally
        {
            await ExecuteAsync("ALTER DATABASE postgres RESET ALL");
        }

        var hash = (string)(await Fixture.AskAsync(
            $"SELECT split_part(rolpassword, '$', 3) FROM pg_authid WHERE rolname = '{(await secret.ValueAsync()).UserName}'"))!;
        if (setting.StartsWith("log_transaction", StringComparison.Ordinal))
        {
            // The server decides that when a transaction begins.
            Fixture.Log.ShouldContain("may not keep its statements out of the server's log");
            return;
        }

        (await Fixture.Database.ReadLogAsync())[logged..].ShouldNotContain(hash[..20]);
    }

    [Theory]
    [OnEachServer]
    public async Task The_superusers_own_rotation_does_not_stop_others(string server)
    {
        await AttackAsync(server);
        var admin = Fixture.NewName("admin");
        await ExecuteAsync($"CREATE ROLE {admin} LOGIN SUPERUSER PASSWORD 'admin'");
        var superuser = await CreateSuperuserAsync(admin);
        var secret = await Fixture.CreateAppAsync(superuser);
        _ = await Fixture.RotateUntilAsync(superuser, "setSecret");

        await secret.ShouldRotateAsync();
    }

    [Theory]
    [OnEachServer("1", "4096:")]
    [OnEachServer("100000000", "100000:")]
    public async Task Iterations_that_a_role_sets_stay_within_limits(string server, string set, string stored)
    {
        await AttackAsync(server);
        var secret = await Fixture.CreateAppAsync();
        var user = (await secret.ValueAsync()).UserName;
        var isKnown = await VersionAsync() >= 160000;
        if (isKnown)
        {
            await ExecuteAsync($"ALTER ROLE {user} SET scram_iterations = {set}");
        }

        await secret.ShouldRotateAsync();

        ((string)(await Fixture.AskAsync($"SELECT rolpassword FROM pg_authid WHERE rolname = '{user}'"))!)
            .ShouldStartWith("SCRAM-SHA-256$" + (isKnown ? stored : "4096:"));
    }

    [Theory]
    [OnEachServer("server_version_num", "SELECT 'a text'")]
    [OnEachServer("server_version_num", "SELECT 1")]
    [OnEachServer("server_version_num", "SELECT 'x' FROM pg_catalog.generate_series(1, 0)")]
    [OnEachServer("WITH RECURSIVE held",
        "SELECT 'x'::text, -1::int8, 1, 2, 3, 4, 5, 6, 7, 8 WHERE $1::text IS NOT NULL OR $2::text IS NULL")]
    [OnEachServer("pg_db_role_setting", "SELECT 'no column more' WHERE $1::text IS NOT NULL OR $2::text IS NULL")]
    public async Task A_server_that_lies_ends_in_an_error_of_the_closed_set(string server, string question, string lie)
    {
        await AttackAsync(server);
        await using RecordingProxy liar = new(Fixture.Database.Host, Fixture.Database.Port)
        {
            Rewrite = statement => statement.Contains(question, StringComparison.Ordinal) ? lie : statement,
        };
        var secret = await PairThroughAsync(liar.Port);

        (await Fixture.RotateAsync(secret)).LastStep()
            .ErrorType.ShouldBeOneOf(nameof(DatabaseRefusedException), nameof(RoleUnsuitableException));
    }

    [Theory]
    [OnEachServer("password type is not a plain text")]
    [OnEachServer("cannot be changed with an encrypted password")]
    public async Task A_server_that_refuses_hashes_gets_plain_text_only_over_TLS(string server, string refusal)
    {
        await AttackAsync(server);
        await using RecordingProxy hook = new(Fixture.Database.Host, Fixture.Database.Port)
        {
            Rewrite = statement => statement.Contains(" PASSWORD 'SCRAM", StringComparison.Ordinal)
                ? $"DO $$ BEGIN RAISE '{refusal}' USING ERRCODE = 'invalid_authorization_specification'; END $$"
                : statement,
        };
        var secret = await PairThroughAsync(hook.Port);

        (await Fixture.RotateAsync(secret)).ShouldFailWith<PlainPasswordDemandedException>().ShouldContain("plainTextPasswords");
        Fixture.Allow("plainTextPasswords", secret.Arn);
        (await Fixture.RetryAsync(secret)).ShouldFailWith<TlsRefusedException>();
        hook.Statements.Where(statement => statement.Contains(" PASSWORD ", StringComparison.Ordinal))
            .ShouldAllBe(statement => statement.Contains("'SCRAM-SHA-256$"));
    }

    [Fact]
    public async Task A_server_that_wakes_up_is_waited_for()
    {
        await AttackAsync(RotationLambdas.Databases.TestDatabases.Versions.First());
        var connections = 0;
        await using RecordingProxy proxy = new(Fixture.Database.Host, Fixture.Database.Port);
        await using ScriptedServer waking = new(async connection =>
        {
            if (Interlocked.Increment(ref connections) <= 4)
            {
                await connection.ReadStartupAsync();
                await connection.SendErrorAsync("57P03", "the database system is starting up");
                return;
            }

            await connection.ForwardAsync(proxy.Port);
        });
        var secret = await Fixture.CreateAppAsync();
        await LeadAsync(secret, waking.Port);

        await secret.ShouldRotateAsync();

        connections.ShouldBeGreaterThan(4);
    }

    [Theory]
    [InlineData('E', "SFATAL\0CXX000\0M{0}\0\0")]
    [InlineData('E', "SFATAL\0C{0}\0Mno\0\0")]
    [InlineData('E', "S{0}\0V{0}\0CXX000\0Mno\0D{0}\0H{0}\0W{0}\0n{0}\0\0")]
    [InlineData('E', "M{0}\0\0")]
    [InlineData('E', "{0}")]
    [InlineData('N', "SNOTICE\0CXX000\0M{0}\0\0")]
    [InlineData('S', "server_version\0{0}\0")]
    [InlineData('R', "\0\0\0\u000a{0}\0\0")]
    [InlineData('v', "\0\u0003\0\0\0\0\0\u0001{0}\0")]
    [InlineData('{', "{0}")]
    public async Task A_servers_text_is_one_short_line(char type, string message)
    {
        await AttackAsync(RotationLambdas.Databases.TestDatabases.Versions.First());
        Fixture.Time = TimeSpan.FromSeconds(8);
        var text = "odd\r\n[INFO] forged\u2028[INFO] forged\u0085[INFO] forged\u001b[2J " + new string('x', 1_000_000);
        await using ScriptedServer server = new(async connection =>
        {
            await connection.ReadStartupAsync();
            await connection.SendAsync(type, Encoding.UTF8.GetBytes(message.Replace("{0}", text, StringComparison.Ordinal)));
        });
        var secret = await Fixture.CreateAppAsync(Fixture.NewName("a\nb[INFO] forged"));
        await LeadAsync(secret, server.Port);

        var outcome = await Fixture.RotateAsync(secret);

        outcome.LastStep().ErrorType.ShouldBeOneOf(
            nameof(DatabaseRefusedException), nameof(DatabaseUnreachableException), nameof(AuthenticationUnsafeException));
        var lines = Fixture.Log.Split(['\n', '\r', '\u2028', '\u2029', '\u0085'], StringSplitOptions.RemoveEmptyEntries);
        lines.Append(outcome.LastStep().ErrorMessage!)
            .ShouldAllBe(line => line.Length < 3000 && !line.TrimStart().StartsWith("[INFO] forged") && !line.Contains('\u001b'));
        outcome.LastStep().ErrorMessage!.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_superusers_secret_without_dbname_uses_postgres_then_template1()
    {
        await AttackAsync(RotationLambdas.Databases.TestDatabases.Versions.First());
        await using var other = await LocalPostgresServer.StartAsync();
        _ = await Databases.Sql.ScalarAsync(
            other.AdministratorConnectionString.Replace("Database=postgres", "Database=template1", StringComparison.Ordinal),
            "ALTER DATABASE postgres RENAME TO other; CREATE ROLE app LOGIN PASSWORD 'first password'");
        var superuser = await Fixture.CreateSecretAsync(
            $$"""{"host":"127.0.0.1","port":{{other.Port}},"username":"postgres","password":"{{other.AdministratorPassword}}","ssl":false}""");
        Fixture.Allow("superuserSecrets", superuser.Arn);
        var secret = await Fixture.CreateSecretAsync(
            $$"""{"host":"127.0.0.1","port":{{other.Port}},"dbname":"other","username":"app","password":"first password","ssl":false,"masterarn":"{{superuser.Arn}}"}""");

        (await Fixture.RotateAsync(secret)).ShouldSucceed();
    }
}
