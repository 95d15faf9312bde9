namespace RotationLambdas.PostgresRotation.Tests.Strategies;

public sealed class SuperuserTests : IClassFixture<RotationSandbox>, IDisposable
{
    private readonly RotationSandbox _fixture;
    private readonly FakeDatabase _database;

    public SuperuserTests(RotationSandbox fixture)
    {
        (_fixture, _database) = (fixture, fixture.UseFakeDatabase());
        _database.Passwords["boss"] = "secret of the boss";
    }

    public void Dispose() => _fixture.Reset();

    [Fact]
    public async Task The_superuser_helps_a_user_that_may_not_change_its_password()
    {
        _fixture.Environment["ROTATION_STRATEGY"] = "single-user";
        _database.Restricted.Add("app");
        var secret = await CreateAsync("db.example.com");

        (await _fixture.RotateAsync(secret)).ShouldSucceed();

        _database.Passwords["app"].ShouldBe((await secret.ValueAsync()).Password);
        _fixture.Log.ShouldContain("it may not do so itself");
    }

    [Fact]
    public async Task Without_a_superuser_it_stays_a_missing_permission()
    {
        _database.Restricted.Add("app");
        var secret = await _fixture.CreateSecretAsync(Value("app", "old", "db.example.com"));

        (await _fixture.RotateAsync(secret)).ShouldFailWith<NotPermittedException>();

        _database.Passwords["app"].ShouldBe("old");
    }

    [Theory]
    [InlineData("single-user")]
    [InlineData("alternating-users")]
    public async Task The_superusers_password_is_sent_to_its_own_host_and_to_no_other(string strategy)
    {
        _fixture.Environment["ROTATION_STRATEGY"] = strategy;
        _database.Restricted.Add("app");
        var secret = await CreateAsync("reader.example.com");

        (await _fixture.RotateAsync(secret)).ShouldSucceed();

        _database.Logins.Where(login => login.StartsWith("boss", StringComparison.Ordinal))
            .ShouldAllBe(login => login == "boss@db.example.com");
    }

    [Theory]
    [InlineData("single-user")]
    [InlineData("alternating-users")]
    public async Task Two_hosts_that_are_not_one_server_are_refused(string strategy)
    {
        _fixture.Environment["ROTATION_STRATEGY"] = strategy;
        _database.Restricted.Add("app");
        _ = _database.OtherServers.Add("evil.example.com");
        var secret = await CreateAsync("evil.example.com");

        (await _fixture.RotateAsync(secret)).ShouldFailWith<SecretMismatchException>().ShouldContain("is not the superuser's server");
        _database.Passwords.ShouldNotContainKey("app_clone");
        _database.Passwords["app"].ShouldBe("old");
    }

    [Fact]
    public async Task A_session_that_ended_is_no_sign_of_another_server()
    {
        _database.Restricted.Add("app");
        _database.EndsAfterMark = 2;
        var secret = await CreateAsync("db.example.com");

        (await _fixture.RotateAsync(secret)).ShouldSucceed();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_breaks_in_a_command_is_checked_and_retried(bool afterItTookEffect)
    {
        _database.Breaks.Enqueue(afterItTookEffect);
        var secret = await _fixture.CreateSecretAsync(Value("app", "old", "db.example.com"));

        (await _fixture.RotateAsync(secret)).ShouldSucceed();

        _database.Passwords["app"].ShouldBe((await secret.ValueAsync()).Password);
        _fixture.Log.ShouldContain("The connection broke");
    }

    [Fact]
    public async Task A_server_that_keeps_md5_hashes_is_worth_a_warning()
    {
        var secret = await _fixture.CreateSecretAsync(Value("app", "old", "db.example.com"));

        (await _fixture.RotateAsync(secret)).ShouldSucceed();

        _fixture.Log.ShouldContain("keeps an md5 hash for app");
    }

    private async Task<AppSecret> CreateAsync(string host)
    {
        var superuser = await _fixture.CreateSecretAsync(Value("boss", "secret of the boss", "db.example.com"));
        _fixture.Allow("superuserSecrets", superuser.Arn);
        var value = Value("app", "old", host);
        value["masterarn"] = superuser.Arn;
        return await _fixture.CreateSecretAsync(value);
    }

    private static JsonObject Value(string user, string password, string host) =>
        new() { ["username"] = user, ["password"] = password, ["host"] = host };
}
