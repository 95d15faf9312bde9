using System.Text.Json.Nodes;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Tests.Scenarios;
using RotationLambdas.PostgresRotation.Tests.Secrets;

namespace RotationLambdas.PostgresRotation.Tests.Steps;

/// <summary>The way back from a failed test, and what it must not do.</summary>
[Collection(RotationSandbox.Collection)]
public sealed class TestSecretRollBackTests : IDisposable
{
    private readonly RotationSandbox _world;
    private readonly FakeDatabase _database = new() { Passwords = { ["app"] = "old", ["boss"] = "secret of the boss" } };

    public TestSecretRollBackTests(RotationSandbox fixture)
    {
        _world = fixture;
        _world.InsteadOfPostgres = _database;
    }

    public void Dispose() => _world.Reset();

    [Fact]
    public async Task A_passed_test_is_in_the_log()
    {
        var secret = await _world.CreateSecretAsync(Value("app", "old"));

        var outcome = await _world.RotateAsync(secret);

        outcome.ShouldSucceed();
        _world.Log.ShouldContain($"app can log in with the password of version {outcome.VersionId} and is what it should be");
    }

    [Fact]
    public async Task A_refused_login_is_a_reason_to_put_the_current_password_back()
    {
        var superuser = await _world.CreateSecretAsync(Value("boss", "secret of the boss"));
        _world.Environment["SUPERUSER_SECRET_ARN"] = superuser.Arn;
        var secret = await _world.CreateSecretAsync(Value("app", "old"));
        var stopped = await _world.RotateUntilAsync(secret, "setSecret");
        _database.Passwords["app"] = "by hand";

        _ = await Should.ThrowAsync<LoginRefusedException>(() => _world.StepAsync("testSecret", secret.Arn, stopped.VersionId));

        _database.Passwords["app"].ShouldBe("old");
    }

    [Fact]
    public async Task When_there_is_no_way_back_the_log_says_so_and_the_tests_own_error_is_reported()
    {
        var secret = await _world.CreateSecretAsync(Value("app", "old"));
        var stopped = await _world.RotateUntilAsync(secret, "setSecret");
        _database.Passwords["app"] = "by hand";

        var error = await Should.ThrowAsync<LoginRefusedException>(() => _world.StepAsync("testSecret", secret.Arn, stopped.VersionId));

        error.Problem.ShouldBe("app is refused.");
        _world.Log.ShouldContain("the AWSCURRENT password of app could not be put back");
    }

    [Fact]
    public async Task What_was_proven_before_a_failed_test_is_proven_no_more()
    {
        _world.KeepsHandler = true;
        var secret = await _world.CreateSecretAsync(Value("app", "old"));
        var stopped = await _world.RotateUntilAsync(secret, "testSecret");
        _database.Passwords["app"] = "by hand";
        _ = await Should.ThrowAsync<LoginRefusedException>(() => _world.StepAsync("testSecret", secret.Arn, stopped.VersionId));

        _ = await Should.ThrowAsync<RotationNotReadyException>(() => _world.StepAsync("finishSecret", secret.Arn, stopped.VersionId));

        (await secret.ValueAsync()).Password.ShouldBe("old");
    }

    [Fact]
    public async Task The_current_password_is_not_given_to_a_server_that_the_pending_version_alone_names()
    {
        var secret = await _world.CreateSecretAsync(Value("app", "old"));
        var token = await secret.PutChangedAsync("host", "evil.example.com", "AWSPENDING");
        _database.FailsVerification = true;

        _ = await Should.ThrowAsync<CredentialUnusableException>(() => _world.StepAsync("testSecret", secret.Arn, token));

        _database.PasswordsSet.ShouldBeEmpty();
        _database.Logins.ShouldBe(["app@evil.example.com"]);
        _world.Log.ShouldContain("could not be put back");
    }

    [Fact]
    public async Task A_failed_test_of_the_password_in_use_has_nothing_to_put_back()
    {
        var secret = await _world.CreateSecretAsync(Value("app", "old"));
        _database.FailsVerification = true;

        (await _world.EnableWithoutRotatingAsync(secret)).ShouldFailWith<CredentialUnusableException>();

        _database.Logins.ShouldHaveSingleItem();
        _world.Log.ShouldNotContain("the database accepts the AWSCURRENT password");
    }

    [Fact]
    public async Task Going_back_gets_nine_seconds_of_its_own()
    {
        var secret = await _world.CreateSecretAsync(Value("app", "old"));
        var stopped = await _world.RotateUntilAsync(secret, "setSecret");
        _database.FailsVerification = true;
        _database.Allowances.Clear();

        _ = await Should.ThrowAsync<CredentialUnusableException>(() => _world.StepAsync("testSecret", secret.Arn, stopped.VersionId));

        _database.Allowances.Count.ShouldBe(2);
        _database.Allowances.ShouldAllBe(allowance => allowance <= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_value_that_was_read_before_its_label_showed_is_tested_all_the_same()
    {
        StubbedSecret secret = new() { Labels = { ["old"] = ["AWSCURRENT"], ["new"] = ["AWSPENDING"] } };
        secret.Add("new", Value("app", "old").ToJsonString());

        await secret.StepAsync("testSecret", "new", _database);

        _database.Logins.ShouldBe(["app@db.example.com"]);
    }

    private static JsonObject Value(string user, string password) => new() { ["username"] = user, ["password"] = password, ["host"] = "db.example.com" };
}
