namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Ordinary circumstances in which AWSCURRENT works in the end, or one ERROR line reports that it does not and the next step heals
/// it.</summary>
[Collection(AttackServers.Faults)]
public sealed class CurrentWorksTests(AttackServers servers) : Attack(servers)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);

    [Theory]
    [OnEachServer("SET password_encryption = 'md5'")]
    [OnEachServer("SET statement_timeout = '1ms'")]
    [OnEachServer("SET lock_timeout = '1ms'")]
    [OnEachServer("SET local_preload_libraries = 'no_such_library'")]
    [OnEachServer("SET search_path = 'no_such_schema'")]
    [OnEachServer("SET default_transaction_isolation = 'serializable'")]
    [OnEachServer("SET default_transaction_read_only = on")]
    [OnEachServer("SET transform_null_equals = on")]
    [OnEachServer("SET DateStyle = 'SQL, DMY'")]
    [OnEachServer("SET session_authorization = 'postgres'")]
    [OnEachServer("SET debug_print_parse = on")]
    [OnEachServer("SET client_encoding = 'SQL_ASCII'")]
    [OnEachServer("SET idle_session_timeout = '1ms'", 140000)]
    [OnEachServer("SET transaction_timeout = '1ms'", 170000)]
    [OnEachServer("CONNECTION LIMIT 1", 130000)]
    public async Task A_roles_own_settings_do_not_stop_its_rotation(string server, string setting, int since = 0)
    {
        await AttackAsync(server);
        if (await VersionAsync() < since)
        {
            return;
        }

        var single = await Fixture.CreateAppAsync();
        var pair = await Fixture.CreateAppAsync(await Fixture.CreateSuperuserAsync());
        foreach (var secret in new[] { single, pair })
        {
            await ExecuteAsync($"ALTER ROLE {(await secret.ValueAsync()).UserName} {setting}");

            // A limit is one for the test's own logins, too.
            await (since == 0 ? secret.ShouldRotateAsync() : RotateAsync(secret));
            await (since == 0 ? secret.ShouldRotateAsync() : RotateAsync(secret));
        }

        async Task RotateAsync(AppSecret secret) => (await Fixture.RotateAsync(secret)).ShouldSucceed();

        (await Fixture.AskAsync(
            $"SELECT rolpassword LIKE 'SCRAM%' FROM pg_authid WHERE rolname = '{(await single.ValueAsync()).UserName}'")).ShouldBe(true);
    }

    [Theory]
    [OnEachServer("SELECT pg_sleep(600)")]
    [OnEachServer("SELECT 1 / 0")]
    [OnEachServer("DO $$ BEGIN RAISE 'like a limit of newer servers' USING ERRCODE = '25P04'; END $$")]
    public async Task A_test_that_fails_or_takes_too_long_is_rolled_back(string server, string query)
    {
        await AttackAsync(server);
        var (secret, before, token) = await SetAsync();
        Fixture.Environment["TEST_QUERY"] = query;

        _ = await Should.ThrowAsync<FunctionException>(() => Fixture.StepAsync("testSecret", secret.Arn, token, 3 * Short));

        (await Fixture.AcceptsAsync(before)).ShouldBeTrue(Fixture.Log);
    }

    [Theory]
    [OnEachServer("ALTER DATABASE postgres SET default_transaction_read_only = on",
        "BEGIN READ WRITE; ALTER DATABASE postgres RESET default_transaction_read_only; COMMIT")]
    [OnEachServer("ALTER ROLE {0} NOLOGIN", "ALTER ROLE {0} LOGIN")]
    [OnEachServer("ALTER ROLE {0} VALID UNTIL '2001-01-01'", "ALTER ROLE {0} VALID UNTIL 'infinity'")]
    [OnEachServer("ALTER ROLE {0} CONNECTION LIMIT 0", "ALTER ROLE {0} CONNECTION LIMIT -1")]
    [OnEachServer("ALTER DATABASE postgres CONNECTION LIMIT 0", "ALTER DATABASE postgres CONNECTION LIMIT -1")]
    [OnEachServer("DROP ROLE {0}", "CREATE ROLE {0} LOGIN PASSWORD 'first password'")]
    [OnEachServer("ALTER ROLE {0} RENAME TO {0}_away", "ALTER ROLE {0}_away RENAME TO {0}")]
    [OnEachServer("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC", "GRANT CONNECT ON DATABASE postgres TO PUBLIC")]
    public async Task What_keeps_the_function_out_is_one_ERROR_line_and_heals(string server, string fault, string repair)
    {
        await AttackAsync(server);
        var (secret, before, token) = await SetAsync();
        await ExecuteAsync(fault.Replace("{0}", before.UserName, StringComparison.Ordinal));
        try
        {
            _ = await Should.ThrowAsync<FunctionException>(() => Fixture.StepAsync("testSecret", secret.Arn, token, Short));

            Fixture.Log.ShouldContain("not work now");
        }
        finally
        {
            await ExecuteAsync(repair.Replace("{0}", before.UserName, StringComparison.Ordinal));
        }

        await secret.ShouldRotateAsync(Fixture.RetryAsync);
    }

    [Theory]
    [OnEachServer("cancelled")]
    [OnEachServer("saved by hand")]
    [OnEachServer("label removed")]
    public async Task What_happens_to_the_secret_meanwhile_leaves_AWSCURRENT_working(string server, string what)
    {
        await AttackAsync(server);
        var (secret, _, token) = await SetAsync();
        if (what == "cancelled")
        {
            await secret.CancelAsync();
        }
        else
        {
            await secret.LabelAsync("KEEP", token);
            await (what == "saved by hand" ? secret.PutChangedAsync("password", "by hand") : secret.RemovePendingAsync());
        }

        _ = await Should.ThrowAsync<RotationNotReadyException>(() => Fixture.StepAsync("finishSecret", secret.Arn, token));

        (await Fixture.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue(Fixture.Log);
    }

    /// <summary>A rotation of one user that was stopped after setSecret.</summary>
    private async Task<(AppSecret Secret, AppValue Before, string Token)> SetAsync()
    {
        var secret = await Fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        var outcome = await Fixture.RotateUntilAsync(secret, "setSecret");
        outcome.Result.ShouldBe(RotationResult.Failed);
        return (secret, before, outcome.VersionId);
    }
}
