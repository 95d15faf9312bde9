namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

public sealed class AlternatingUsersTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task Two_users_take_turns_and_the_one_before_keeps_working()
    {
        var secret = await CreateAsync();
        var first = await secret.ValueAsync();

        await secret.ShouldRotateAsync();
        var second = await secret.ValueAsync();
        second.UserName.ShouldBe(first.UserName + "_clone");
        (await fixture.AcceptsAsync(first)).ShouldBeTrue();

        await secret.ShouldRotateAsync();
        var third = await secret.ValueAsync();
        third.UserName.ShouldBe(first.UserName);
        (await fixture.AcceptsAsync(second)).ShouldBeTrue();
        (await fixture.AcceptsAsync(first)).ShouldBeFalse();

        await secret.ShouldRotateAsync();
        (await secret.ValueAsync()).UserName.ShouldBe(second.UserName);
        (await fixture.AcceptsAsync(third)).ShouldBeTrue();
        (await fixture.AcceptsAsync(second)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Mixed Case")]
    [InlineData("a\"b'c\\d$$%s{0}")]
    [InlineData(" leading and trailing ")]
    [InlineData("%I%L$1 @named :param ? /* */ a\tb\nc select")]
    [InlineData("x; DROP ROLE postgres; --")]
    [InlineData("Größe用户😀")]
    [InlineData("[RotationLambdas role=1 partner=2 secret=x]")]
    [InlineData("a name of fifty-seven bytes, with which the clone's has 63")]
    public async Task Users_of_any_name_alternate(string user)
    {
        var secret = await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync(), user[..Math.Min(user.Length, 57)]);

        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
        await secret.ShouldRotateAsync();
    }

    [Fact]
    public async Task What_either_user_creates_belongs_to_the_first_and_serves_both()
    {
        var secret = await CreateAsync();
        var first = await secret.ValueAsync();
        var schema = fixture.NewName("orders");
        await fixture.ExecuteAsync($"CREATE SCHEMA {schema} AUTHORIZATION {first.UserName}");
        _ = await fixture.AskAsync($"CREATE TABLE {schema}.by_first (n int)", first);

        await secret.ShouldRotateAsync();
        var second = await secret.ValueAsync();
        _ = await fixture.AskAsync($"ALTER TABLE {schema}.by_first ADD m int", second);
        _ = await fixture.AskAsync($"CREATE TABLE {schema}.by_second (n int)", second);

        (await fixture.AskAsync($"SELECT tableowner FROM pg_tables WHERE schemaname = '{schema}' AND tablename = 'by_second'"))
            .ShouldBe(first.UserName);
        await secret.ShouldRotateAsync();
        _ = await fixture.AskAsync($"DROP TABLE {schema}.by_second", await secret.ValueAsync());
    }

    [Fact]
    public async Task Without_shared_ownership_the_second_user_stays_itself()
    {
        fixture.Environment["SHARE_OWNERSHIP"] = "false";
        var secret = await CreateAsync();

        await secret.ShouldRotateAsync();

        var second = await secret.ValueAsync();
        (await fixture.AskAsync("SELECT current_user::text", second)).ShouldBe(second.UserName);
    }

    [Fact]
    public async Task The_suffix_may_be_another()
    {
        fixture.Environment["ALTERNATE_USER_SUFFIX"] = " B%";
        var secret = await CreateAsync();
        var first = (await secret.ValueAsync()).UserName;

        await secret.ShouldRotateAsync();

        (await secret.ValueAsync()).UserName.ShouldBe(first + " B%");
    }

    [Fact]
    public async Task A_superuser_secret_without_host_takes_it_from_the_environment()
    {
        var superuser = await fixture.CreateSuperuserAsync();
        var boss = await superuser.ValueAsync();
        superuser = await fixture.CreateSecretAsync(new JsonObject { ["username"] = boss.UserName, ["password"] = boss.Password });
        fixture.Environment["SUPERUSER_HOST"] = fixture.Database.Host;
        fixture.Environment["SUPERUSER_PORT"] = $"{fixture.Database.Port}";
        fixture.Environment["TLS_MODE"] = "prefer";
        var secret = await fixture.CreateAppAsync(superuser);

        await secret.ShouldRotateAsync();
    }

    [Fact]
    public async Task Alternating_users_need_a_superuser()
    {
        fixture.Environment["ROTATION_STRATEGY"] = "alternating-users";
        var secret = await fixture.CreateAppAsync();

        await ShouldBeRefusedAsync<ConfigurationInvalidException>(secret);
    }

    [Fact]
    public async Task A_name_too_long_for_the_suffix_is_refused_first()
    {
        var secret = await CreateAsync(new string('u', 58));

        await ShouldBeRefusedAsync<RoleUnsuitableException>(secret);
        fixture.Log.ShouldContain("ALTERNATE_USER_SUFFIX");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_suffixed_user_without_its_own_base_user_is_refused(bool isAnothers)
    {
        var secret = await CreateAsync(fixture.NewName("other") + "_clone");
        AppValue another = new((await secret.ValueAsync()).UserName[..^6], "somebody else");
        if (isAnothers)
        {
            await fixture.ExecuteAsync($"CREATE ROLE {another.UserName} LOGIN PASSWORD 'somebody else'");
        }

        await ShouldBeRefusedAsync<RoleUnsuitableException>(secret);
        (await fixture.AcceptsAsync(another)).ShouldBe(isAnothers);
    }

    [Fact]
    public async Task A_password_changed_by_hand_does_not_stop_the_other_users_turn()
    {
        var secret = await CreateAsync();
        await secret.ShouldRotateAsync();
        await fixture.ExecuteAsync($"ALTER ROLE {(await secret.ValueAsync()).UserName} PASSWORD 'by hand'");

        await secret.ShouldRotateAsync();
    }

    [Fact]
    public async Task A_recorded_second_user_is_set_although_its_password_was_changed()
    {
        var secret = await CreateAsync();
        await secret.ShouldRotateAsync();
        var second = await secret.ValueAsync();
        await secret.ShouldRotateAsync();
        await fixture.ExecuteAsync($"ALTER ROLE {second.UserName} PASSWORD 'by hand'");

        await secret.ShouldRotateAsync();

        (await secret.ValueAsync()).UserName.ShouldBe(second.UserName);
    }

    [Fact]
    public async Task A_pending_secret_for_another_user_is_refused_before_any_login()
    {
        var secret = await CreateAsync();
        var before = await fixture.ConnectionsAsync();
        var token = await secret.PutChangedAsync("username", "postgres", "AWSPENDING");

        await Should.ThrowAsync<SecretMismatchException>(() => fixture.StepAsync("setSecret", secret.Arn, token));

        (await fixture.ConnectionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Grants_given_later_reach_both_users()
    {
        var secret = await CreateAsync();
        await secret.ShouldRotateAsync();
        var table = fixture.NewName("granted");
        await fixture.ExecuteAsync(
            $"CREATE TABLE {table} (n int); GRANT SELECT ON {table} TO {(await secret.ValueAsync("AWSPREVIOUS")).UserName}");

        _ = await fixture.AskAsync($"SELECT count(*) FROM {table}", await secret.ValueAsync());
    }

    private async Task<AppSecret> CreateAsync(string? user = null) =>
        await fixture.CreateAppAsync(await fixture.CreateSuperuserAsync(), user);

    private async Task ShouldBeRefusedAsync<TError>(AppSecret secret)
        where TError : FunctionException
    {
        var before = await secret.ValueAsync();

        (await fixture.RotateAsync(secret)).ShouldFailWith<TError>();

        (await secret.ValueAsync()).ShouldBe(before);
    }
}
