namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Attacks, each on every server. Servers, roles, processes and poolers are real.</summary>
public abstract class Attack(AttackServers servers)
{
    /// <summary>The password in the attacker's secret.</summary>
    private protected const string MadeUp = "made up";

    private protected RotationSandbox Fixture { get; private set; } = null!;

    private protected async Task AttackAsync(string server) => Fixture = await servers.OpenAsync(server);

    /// <summary>Opens a server, and makes the secret of a user that alternates with another.</summary>
    private protected async Task<(AppSecret Secret, string User)> PairAsync(string server)
    {
        await AttackAsync(server);
        var secret = await Fixture.CreateAppAsync(await Fixture.CreateSuperuserAsync());
        return (secret, (await secret.ValueAsync()).UserName);
    }

    /// <summary>Makes the secret of a user that alternates with another, and leads the superuser's secret to a port.</summary>
    private protected async Task<AppSecret> PairThroughAsync(int superuserPort)
    {
        var superuser = await Fixture.CreateSuperuserAsync();
        await LeadAsync(superuser, superuserPort);
        return await Fixture.CreateAppAsync(superuser);
    }

    private protected (string Host, int Port) Real => (Fixture.Database.Host, Fixture.Database.Port);

    /// <summary>A pooler that asks the database for each user's verifier.</summary>
    private protected Task<PgBouncer> AskingAsync(string mode) => PgBouncer.StartAsync(
        new Dictionary<string, (string, int)> { ["postgres"] = Real },
        new Dictionary<string, string> { [LocalPostgresServer.Administrator] = Fixture.Database.AdministratorPassword },
        $"pool_mode = {mode}\nauth_user = {LocalPostgresServer.Administrator}");

    private protected async Task<int> VersionAsync() => (int)(await Fixture.AskAsync("SELECT current_setting('server_version_num')::int"))!;

    /// <summary>The secret of an administrator whose password is "admin".</summary>
    private protected async Task<AppSecret> CreateSuperuserAsync(string admin)
    {
        var superuser = await Fixture.CreateSuperuserAsync();
        _ = await superuser.PutAsync((await superuser.TextAsync())
            .Replace("\"postgres\"", $"\"{admin}\"", StringComparison.Ordinal)
                .Replace(Fixture.Database.AdministratorPassword, "admin", StringComparison.Ordinal));
        return superuser;
    }

    /// <summary>Puts a port on 127.0.0.1 into a secret, and whether it asks for TLS.</summary>
    private protected static async Task LeadAsync(AppSecret secret, int port, bool? ssl = false)
    {
        var value = JsonNode.Parse(await secret.TextAsync())!.AsObject();
        (value["host"], value["port"], value["ssl"]) = ("127.0.0.1", port, ssl);
        _ = await secret.PutAsync(value.ToJsonString());
    }

    private protected Task ExecuteAsync(string sql) => Fixture.ExecuteAsync(sql);

    /// <summary>Rotates a secret of the attacker's making with two users and then with one: no other role appears, and all keep their
    /// passwords and rights.</summary>
    /// <param name="user">The user that the secret names, with the password <see cref="MadeUp"/>.</param>
    /// <param name="port">The port on 127.0.0.1 that the secret names; null: the real server's address.</param>
    /// <param name="superuserPort">The port that the superuser's secret names; null: its own.</param>
    /// <param name="fields">Further fields of the secret.</param>
    /// <returns>The error's type with one user; null: a user set its own password.</returns>
    private protected async Task<string?> ShouldBeRefusedAsync(string user, int? port = null, int? superuserPort = null, string fields = "")
    {
        string? error = null;
        foreach (var strategy in new[] { "alternating-users", "single-user" })
        {
            var superuser = await Fixture.CreateSuperuserAsync();
            if (superuserPort is not null)
            {
                // Its own transport is the operator's.
                await LeadAsync(superuser, superuserPort.Value, ssl: null);
            }

            Fixture.Environment["ROTATION_STRATEGY"] = strategy;
            var value = Fixture.Value(user, MadeUp, fields);
            value["masterarn"] = superuser.Arn;
            if (port is not null)
            {
                (value["host"], value["port"]) = ("127.0.0.1", port);
            }

            var secret = await Fixture.CreateSecretAsync(value);
            AllowFor(secret);
            var before = await RolesAsync();

            error = (await Fixture.RotateAsync(secret)).LastStep().ErrorType;

            // A user may always set its own password, with one of its passwords and without any superuser.
            if (strategy == "alternating-users" || !await Fixture.AcceptsAsync(await secret.ValueAsync()))
            {
                (await RolesAsync()).ShouldBe(before, $"with {strategy}");
            }

            (await Fixture.AskAsync($"SELECT rolpassword IS NOT NULL FROM pg_authid WHERE rolname = '{user}_clone'")).ShouldBeNull();
        }

        return error;
    }

    /// <summary>What the operator allows for the attacker's secret.</summary>
    private protected virtual void AllowFor(AppSecret secret)
    {
    }

    /// <summary>Another server, which reports the real one's system identifier, as a snapshot or an attacker's own server does.</summary>
    private protected async Task<LocalPostgresServer> StartCopyAsync(string sql)
    {
        var server = await LocalPostgresServer.StartAsync();
        var identifier = await Fixture.AskAsync("SELECT system_identifier FROM pg_control_system()");
        _ = await Databases.Sql.ScalarAsync(
            server.AdministratorConnectionString,
            $"""
            SET allow_system_table_mods = on;
            CREATE OR REPLACE FUNCTION pg_catalog.pg_control_system(
                OUT pg_control_version int, OUT catalog_version_no int, OUT system_identifier bigint,
                OUT pg_control_last_modified timestamptz) LANGUAGE sql AS 'SELECT 1, 1, {identifier}::bigint, now()';
            {sql}
            """);
        return server;
    }

    private async Task<string?> RolesAsync() => (string?)await Fixture.AskAsync(
        "SELECT string_agg(rolname || ' ' || rolsuper || ' ' || coalesce(md5(rolpassword), ''), ', ' ORDER BY rolname) FROM pg_authid");
}
