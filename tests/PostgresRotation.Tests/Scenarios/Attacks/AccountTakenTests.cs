namespace RotationLambdas.PostgresRotation.Tests.Scenarios.Attacks;

/// <summary>Attempts to take another account, and locks of administrators that a rotation must leave.</summary>
[Collection(RotationSandbox.Collection)]
public sealed class AccountTakenTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task Another_applications_secret_is_not_a_superusers()
    {
        fixture.Environment["ROTATION_STRATEGY"] = "single-user";
        var victim = await fixture.CreateAppAsync();
        var before = await victim.ValueAsync();
        var secret = await fixture.CreateSecretAsync(
            (await victim.TextAsync()).Replace(before.Password, "made up", StringComparison.Ordinal)[..^1] + $",\"masterarn\":\"{victim.Arn}\"}}");

        await fixture.RotateAsync(secret);

        (await fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_secret_that_merely_names_a_role_does_not_get_it()
    {
        fixture.Environment["SUPERUSER_SECRET_ARN"] = (await fixture.CreateSuperuserAsync()).Arn;
        var victim = await fixture.CreateAppAsync();
        var before = await victim.ValueAsync();
        var secret = await fixture.CreateSecretAsync((await victim.TextAsync()).Replace(before.Password, "made up", StringComparison.Ordinal));

        await fixture.RotateAsync(secret);

        (await fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("NOLOGIN", "ALTER ROLE {0} NOLOGIN")]
    [InlineData("VALID UNTIL", "ALTER ROLE {0} VALID UNTIL '2001-01-01'")]
    [InlineData("CONNECTION LIMIT", "ALTER ROLE {0} CONNECTION LIMIT 0")]
    public async Task A_locked_original_keeps_its_pair_locked(string word, string statement)
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        var user = (await secret.ValueAsync()).UserName;
        await fixture.ExecuteAsync(statement.Replace("{0}", user, StringComparison.Ordinal));

        var outcome = await fixture.RotateAsync(secret);

        outcome.ShouldFailWith<RoleUnsuitableException>();
        outcome.LastStep().ErrorMessage!.ShouldContain(word);
        (await fixture.AskAsync($"SELECT 1 FROM pg_roles WHERE rolname = '{user}_clone'")).ShouldBeNull();
    }

    [Theory]
    [InlineData("NOLOGIN")]
    [InlineData("VALID UNTIL '2001-01-01'")]
    [InlineData("CONNECTION LIMIT 0")]
    public async Task A_locked_second_user_stays_locked(string attribute)
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        await secret.ShouldRotateAsync();
        var second = (await secret.ValueAsync()).UserName;
        await secret.ShouldRotateAsync();
        await fixture.ExecuteAsync($"ALTER ROLE {second} {attribute}");
        var before = await StateAsync(second);

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await StateAsync(second)).ShouldBe(before);
    }

    [Fact]
    public async Task Two_real_accounts_are_not_a_pair_by_a_grant()
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        var user = (await secret.ValueAsync()).UserName;
        await fixture.ExecuteAsync($"CREATE ROLE {user}_clone LOGIN PASSWORD 'somebody else'; GRANT {user} TO {user}_clone");

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await fixture.AcceptsAsync(new AppValue(user + "_clone", "somebody else"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_record_on_one_role_alone_is_not_evidence()
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        var user = (await secret.ValueAsync()).UserName;
        await fixture.ExecuteAsync($"CREATE ROLE {user}_clone LOGIN PASSWORD 'somebody else' IN ROLE {user}");
        await fixture.ExecuteAsync(
            $"DO $$ BEGIN EXECUTE format('COMMENT ON ROLE {user}_clone IS %L', '[RotationLambdas role=' || '{user}_clone'::regrole::oid || ' partner=' || '{user}'::regrole::oid || ' secret={secret.Arn}]'); END $$");

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();
    }

    [Fact]
    public async Task A_role_setting_of_its_own_is_not_evidence()
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        var user = (await secret.ValueAsync()).UserName;
        await fixture.ExecuteAsync($"CREATE ROLE {user}_clone LOGIN PASSWORD 'somebody else' IN ROLE {user}; ALTER ROLE {user}_clone SET role = {user}");

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();
    }

    [Fact]
    public async Task A_role_of_one_secret_is_not_rotated_by_another()
    {
        var superuser = await fixture.CreateSuperuserAsync();
        var first = await fixture.CreateAppAsync(superuser);
        await first.ShouldRotateAsync();
        var second = await fixture.CreateSecretAsync(await first.TextAsync("AWSPREVIOUS"));

        var outcome = await fixture.RotateAsync(second);

        outcome.ShouldFailWith<RoleUnsuitableException>();
        outcome.LastStep().ErrorMessage!.ShouldContain(first.Arn);
        outcome.LastStep().ErrorMessage!.ShouldContain(second.Arn);
        fixture.Allow("transferred", second.Arn, (await second.ValueAsync()).UserName);
        fixture.Allow("transferred", second.Arn, (await second.ValueAsync()).UserName + "_clone");
        (await fixture.RetryAsync(second)).ShouldSucceed();
    }

    [Fact]
    public async Task Comments_of_people_are_kept_beside_the_record()
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync());
        var user = (await secret.ValueAsync()).UserName;
        await fixture.ExecuteAsync($"COMMENT ON ROLE {user} IS 'it''s the shop''s'");

        await secret.ShouldRotateAsync();

        ((string?)await fixture.AskAsync($"SELECT shobj_description('{user}'::regrole, 'pg_authid')"))!.ShouldStartWith("it's the shop's [RotationLambdas role=");
        fixture.Log.ShouldContain($"The superuser ran: CREATE ROLE \"{user}_clone\"");
    }

    private async Task<object?> StateAsync(string role) =>
        await fixture.AskAsync($"SELECT rolcanlogin || ' ' || rolconnlimit || ' ' || coalesce(rolvaliduntil::text, '') || rolpassword FROM pg_authid WHERE rolname = '{role}'");
}
