namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Attempts to take another account, and locks of administrators that a rotation must leave.</summary>
[Collection(AttackServers.Roles)]
public sealed class AccountTakenTests(AttackServers servers) : Attack(servers)
{
    [Theory]
    [OnEachServer(true)]
    [OnEachServer(false)]
    public async Task A_secret_that_names_another_role_or_its_secret_does_not_get_it(string server, bool namesSecretAsSuperusers)
    {
        await AttackAsync(server);
        Fixture.Environment[namesSecretAsSuperusers ? "ROTATION_STRATEGY" : "SUPERUSER_SECRET_ARN"] =
            namesSecretAsSuperusers ? "single-user" : (await Fixture.CreateSuperuserAsync()).Arn;
        var victim = await Fixture.CreateAppAsync();
        var before = await victim.ValueAsync();
        var text = (await victim.TextAsync()).Replace(before.Password, MadeUp, StringComparison.Ordinal);
        var secret = await Fixture.CreateSecretAsync(namesSecretAsSuperusers ? $"{text[..^1]},\"masterarn\":\"{victim.Arn}\"}}" : text);

        await Fixture.RotateAsync(secret);

        (await Fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Theory]
    [OnEachServer("NOLOGIN", "ALTER ROLE {0} NOLOGIN")]
    [OnEachServer("VALID UNTIL", "ALTER ROLE {0} VALID UNTIL '2001-01-01'")]
    [OnEachServer("CONNECTION LIMIT", "ALTER ROLE {0} CONNECTION LIMIT 0")]
    public async Task A_locked_original_keeps_its_pair_locked(string server, string word, string statement)
    {
        var (secret, user) = await PairAsync(server);
        await ExecuteAsync(statement.Replace("{0}", user, StringComparison.Ordinal));

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>().ShouldContain(word);
        (await Fixture.AskAsync($"SELECT 1 FROM pg_roles WHERE rolname = '{user}_clone'")).ShouldBeNull();
    }

    [Theory]
    [OnEachServer("NOLOGIN")]
    [OnEachServer("VALID UNTIL '2001-01-01'")]
    [OnEachServer("CONNECTION LIMIT 0")]
    public async Task A_locked_second_user_stays_locked(string server, string attribute)
    {
        var (secret, _) = await PairAsync(server);
        await secret.ShouldRotateAsync();
        var second = (await secret.ValueAsync()).UserName;
        await secret.ShouldRotateAsync();
        await ExecuteAsync($"ALTER ROLE {second} {attribute}");
        var before = await StateAsync(second);

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await StateAsync(second)).ShouldBe(before);
    }

    [Theory]
    [OnEachServer("SELECT 1")]
    [OnEachServer("GRANT {0} TO {0}_clone")]
    [OnEachServer("GRANT {0} TO {0}_clone; ALTER ROLE {0}_clone SET role = {0}")]
    [OnEachServer("GRANT {0} TO {0}_clone; DO $$ BEGIN EXECUTE format('COMMENT ON ROLE {0}_clone IS %L', '[RotationLambdas role=' "
        + "|| '{0}_clone'::regrole::oid || ' partner=' || '{0}'::regrole::oid || ' secret={1}]'); END $$")]
    public async Task Two_real_accounts_are_no_pair(string server, string sql)
    {
        var (secret, user) = await PairAsync(server);
        await ExecuteAsync(
            $"CREATE ROLE {user}_clone LOGIN PASSWORD 'somebody else'; "
            + sql.Replace("{0}", user, StringComparison.Ordinal).Replace("{1}", secret.Arn, StringComparison.Ordinal));

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await Fixture.AcceptsAsync(new AppValue(user + "_clone", "somebody else"))).ShouldBeTrue();
    }

    [Theory]
    [OnEachServer("SELECT 1", true)]
    [OnEachServer("REVOKE {0} FROM {0}_clone", false)]
    [OnEachServer("COMMENT ON ROLE {0} IS ''", false)]
    [OnEachServer("COMMENT ON ROLE {0}_clone IS ''", false)]
    public async Task A_second_user_speaks_for_the_first_while_it_may_act_as_it(string server, string sql, bool speaks)
    {
        var (secret, first) = await PairAsync(server);
        await secret.ShouldRotateAsync();
        await ExecuteAsync($"ALTER ROLE {first} PASSWORD 'by hand'; {sql.Replace("{0}", first, StringComparison.Ordinal)}");
        if (speaks)
        {
            // It may set that password itself, so the superuser gives away nothing.
            _ = await Fixture.AskAsync($"SET ROLE {first}; ALTER ROLE {first} PASSWORD 'of the second'", await secret.ValueAsync());
            (await Fixture.AcceptsAsync(new AppValue(first, "of the second"))).ShouldBeTrue();
            await secret.ShouldRotateAsync();
            return;
        }

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await Fixture.AcceptsAsync(new AppValue(first, "by hand"))).ShouldBeTrue();
    }

    [Theory]
    [OnEachServer]
    public async Task A_role_of_one_secret_is_not_rotated_by_another(string server)
    {
        await AttackAsync(server);
        var superuser = await Fixture.CreateSuperuserAsync();
        var first = await Fixture.CreateAppAsync(superuser);
        await first.ShouldRotateAsync();
        var second = await Fixture.CreateSecretAsync(await first.TextAsync("AWSPREVIOUS"));

        var error = (await Fixture.RotateAsync(second)).ShouldFailWith<RoleUnsuitableException>();

        error.ShouldContain(first.Arn);
        error.ShouldContain(second.Arn);
        Fixture.Allow("transferred", second.Arn, (await second.ValueAsync()).UserName);
        Fixture.Allow("transferred", second.Arn, (await second.ValueAsync()).UserName + "_clone");
        (await Fixture.RetryAsync(second)).ShouldSucceed();
    }

    [Theory]
    [OnEachServer(false)]
    [OnEachServer(true)]
    public async Task The_record_of_a_deleted_secret_is_replaced_after_a_login(string server, bool knowsPassword)
    {
        var (secret, user) = await PairAsync(server);
        var deleted = secret.Arn.Replace("secret-", "deleted-", StringComparison.Ordinal);
        await ExecuteAsync(
            $"DO $$ BEGIN EXECUTE format('COMMENT ON ROLE {user} IS %L', '[RotationLambdas role=' || '{user}'::regrole::oid || ' "
                + $"partner=0 secret={deleted}]'); END $$");
        if (knowsPassword)
        {
            await secret.ShouldRotateAsync();
            return;
        }

        _ = await secret.PutChangedAsync("password", MadeUp);
        _ = await secret.PutChangedAsync("password", MadeUp + "2");
        await ExecuteAsync($"ALTER ROLE {user} PASSWORD 'real'");

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();
    }

    [Theory]
    [OnEachServer]
    public async Task A_record_counts_for_the_role_and_not_for_its_name(string server)
    {
        var (secret, user) = await PairAsync(server);
        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
        var password = (await secret.ValueAsync()).Password;
        await ExecuteAsync(
            $"ALTER ROLE {user} RENAME TO {user}_before; ALTER ROLE {user}_clone PASSWORD 'somebody else'; CREATE ROLE {user} LOGIN "
                + $"PASSWORD '{password}'; GRANT {user} TO {user}_clone");

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await Fixture.AcceptsAsync(new AppValue(user + "_clone", "somebody else"))).ShouldBeTrue();
    }

    [Theory]
    [OnEachServer]
    public async Task A_role_that_logs_in_with_IAM_gets_no_password(string server)
    {
        var (secret, user) = await PairAsync(server);
        await ExecuteAsync($"DO $$ BEGIN CREATE ROLE rds_iam; EXCEPTION WHEN duplicate_object THEN NULL; END $$; GRANT rds_iam TO {user}");

        (await Fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>().ShouldContain("REVOKE rds_iam");
    }

    [Theory]
    [OnEachServer]
    public async Task Comments_of_people_are_kept_beside_the_record(string server)
    {
        var (secret, user) = await PairAsync(server);
        await ExecuteAsync($"COMMENT ON ROLE {user} IS 'it''s the shop''s'");

        await secret.ShouldRotateAsync();

        ((string?)await Fixture.AskAsync($"SELECT shobj_description('{user}'::regrole, 'pg_authid')"))!.ShouldStartWith(
            "it's the shop's [RotationLambdas role=");
        Fixture.Log.ShouldContain($"The superuser ran: CREATE ROLE \"{user}_clone\"");
    }

    private async Task<object?> StateAsync(string role) =>
        await Fixture.AskAsync(
            "SELECT rolcanlogin || ' ' || rolconnlimit || ' ' || coalesce(rolvaliduntil::text, '') || rolpassword FROM pg_authid WHERE "
                + $"rolname = '{role}'");
}
