namespace RotationLambdas.PostgresRotation.Tests.Steps;

/// <summary>After a step has failed, the database accepts the password of AWSCURRENT, or one ERROR line reports that it does not.</summary>
public sealed class EnsureCurrentWorksTests : IClassFixture<RotationSandbox>, IDisposable
{
    private const string Broken = "does not work now";
    private readonly RotationSandbox _fixture;
    private readonly FakeDatabase _database;

    public EnsureCurrentWorksTests(RotationSandbox fixture) => (_fixture, _database) = (fixture, fixture.UseFakeDatabase());

    public static TheoryData<Exception> Failures =>
    [
        new CredentialUnusableException("The query failed.", "Correct it."),
        new DatabaseRefusedException("The database is read-only.", "Use the writer."),
        new DatabaseUnreachableException("The server is silent.", "Wait."),
        new OperationCanceledException("The time is over."),
        new InvalidCastException("hunter2"),
    ];

    public void Dispose() => _fixture.Reset();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Every_failure_of_the_test_sets_the_current_password(Exception failure)
    {
        var (secret, token) = await RotateUntilAsync("setSecret");
        _database.BeforeVerify = () => throw failure;

        _ = await Should.ThrowAsync<Exception>(() => _fixture.StepAsync("testSecret", secret.Arn, token));

        _database.Passwords["app"].ShouldBe("old");
        _fixture.Log.ShouldContain("The database accepts the AWSCURRENT password of app");
        _fixture.Log.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_lost_answer_that_stays_lost_sets_the_current_password()
    {
        var (secret, token) = await RotateUntilAsync("createSecret");
        _database.AfterSet = () =>
        {
            _database.AfterSet = () => Task.CompletedTask;
            throw new DatabaseRefusedException("The server shuts down.", "Wait.");
        };

        _ = await Should.ThrowAsync<DatabaseRefusedException>(() => _fixture.StepAsync("setSecret", secret.Arn, token));

        _database.Passwords["app"].ShouldBe("old");
    }

    [Theory]
    [InlineData("label deleted", "createSecret", "setSecret", "testSecret", "finishSecret")]
    [InlineData("rotation off", "createSecret", "setSecret", "finishSecret")]
    [InlineData("stored by hand", "createSecret", "setSecret", "testSecret", "finishSecret")]
    public async Task A_step_that_comes_too_late_sets_the_current_password(string what, params string[] steps)
    {
        foreach (var step in steps)
        {
            _database.Passwords["app"] = "old";
            var (secret, token) = await RotateUntilAsync("setSecret");
            await (what == "rotation off" ? secret.CancelAsync() : secret.LabelAsync("KEEP", token));
            if (what == "stored by hand")
            {
                _ = await secret.PutChangedAsync("password", "by hand");
            }

            if (what != "rotation off" && await secret.HolderAsync("AWSPENDING") == token)
            {
                await secret.RemovePendingAsync();
            }

            _ = await Should.ThrowAsync<RotationNotReadyException>(() => _fixture.StepAsync(step, secret.Arn, token));

            _database.Passwords["app"].ShouldBe((await secret.ValueAsync()).Password, step);
        }
    }

    [Fact]
    public async Task A_label_move_that_is_denied_sets_the_current_password()
    {
        StubbedSecret secret = new() { Labels = { ["old"] = ["AWSCURRENT"], ["new"] = ["AWSPENDING"] }, MayMove = false };
        secret.AddPassword("old", "old", "AWSCURRENT");
        secret.AddPassword("new", "new", "AWSPENDING");
        _database.Passwords["app"] = "new";

        var error = await Should.ThrowAsync<SecretsManagerRefusedException>(() => secret.StepAsync("finishSecret", "new", _database));

        error.Remedy.ShouldContain("secretsmanager:UpdateSecretVersionStage");
        _database.Passwords["app"].ShouldBe("old");
    }

    [Fact]
    public async Task A_roll_back_during_the_label_move_is_undone()
    {
        var (secret, token) = await RotateUntilAsync("testSecret");
        _fixture.Sandbox.Calls.Added += RollBack;

        try
        {
            _ = await Should.ThrowAsync<RotationNotReadyException>(() => _fixture.StepAsync("finishSecret", secret.Arn, token));
        }
        finally
        {
            _fixture.Sandbox.Calls.Added -= RollBack;
        }

        var current = await secret.ValueAsync();
        (await secret.HolderAsync("AWSCURRENT")).ShouldBe(token);
        _database.Passwords["app"].ShouldBe(current.Password);

        void RollBack(object? sender, RotationLambdas.Sandbox.Calls.RecordedCall added)
        {
            if (added.Operation == "UpdateSecretVersionStage")
            {
                _database.Passwords["app"] = "old";
            }
        }
    }

    [Fact]
    public async Task A_label_that_moved_during_the_roll_back_counts()
    {
        var (secret, token) = await RotateUntilAsync("testSecret");
        var pending = await secret.ValueAsync("AWSPENDING");
        _database.FailVerification();
        _database.AfterSet = async () =>
        {
            _database.AfterSet = () => Task.CompletedTask;
            await secret.LabelAsync("AWSCURRENT", token, from: await secret.HolderAsync("AWSCURRENT"));
        };

        _ = await Should.ThrowAsync<CredentialUnusableException>(() => _fixture.StepAsync("testSecret", secret.Arn, token));

        _database.Passwords["app"].ShouldBe(pending.Password);
        _fixture.Log.ShouldNotContain(Broken);
    }

    [Fact]
    public async Task A_password_set_by_hand_is_left()
    {
        var (secret, token) = await RotateUntilAsync("setSecret");
        _database.Passwords["app"] = "by hand";

        var error = await Should.ThrowAsync<LoginRefusedException>(() => _fixture.StepAsync("testSecret", secret.Arn, token));

        error.Problem.ShouldBe("app is refused.");
        _database.Passwords["app"].ShouldBe("by hand");
        _fixture.Log.ShouldContain($"The AWSCURRENT password of app (version {await secret.HolderAsync("AWSCURRENT")}) {Broken}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Moving_a_label_does_not_revive_an_older_password(bool movesDuringTheStep)
    {
        var (secret, token) = await RotateUntilAsync("setSecret", earlier: "the one before");
        async Task MoveAsync() => await secret.LabelAsync(
            "AWSCURRENT", await secret.HolderAsync("AWSPREVIOUS"), from: await secret.HolderAsync("AWSCURRENT"));
        if (!movesDuringTheStep)
        {
            await MoveAsync();
        }

        _database.BeforeVerify = async () =>
        {
            if (movesDuringTheStep)
            {
                await MoveAsync();
            }

            throw new DatabaseRefusedException("The database is read-only.", "Wait.");
        };

        _ = await Should.ThrowAsync<DatabaseRefusedException>(() => _fixture.StepAsync("testSecret", secret.Arn, token));

        _database.Passwords["app"].ShouldNotBe("the one before");
        _fixture.Log.ShouldContain(Broken);
    }

    [Fact]
    public async Task A_leaked_password_is_not_restored_and_the_rotation_continues()
    {
        var (secret, token) = await RotateUntilAsync("setSecret");
        var pending = await secret.ValueAsync("AWSPENDING");
        _fixture.Allow("leaked", secret.Arn);
        _database.FailVerification();

        await _fixture.StepAsync("testSecret", secret.Arn, token);
        await _fixture.StepAsync("finishSecret", secret.Arn, token);

        _database.Passwords["app"].ShouldBe(pending.Password);
        (await secret.HolderAsync("AWSCURRENT")).ShouldBe(token);
        _fixture.Log.ShouldContain("is declared as leaked");
    }

    [Fact]
    public async Task A_leaked_password_is_not_restored_after_an_outage()
    {
        var (secret, token) = await RotateUntilAsync("setSecret");
        _fixture.Allow("leaked", secret.Arn);
        _database.BeforeVerify = () => throw new DatabaseRefusedException("The database is read-only.", "Wait.");

        _ = await Should.ThrowAsync<DatabaseRefusedException>(() => _fixture.StepAsync("testSecret", secret.Arn, token));

        _database.Passwords["app"].ShouldNotBe("old");
        _fixture.Log.ShouldContain(Broken);
    }

    [Fact]
    public async Task A_failed_test_of_the_password_in_use_changes_nothing()
    {
        var secret = await _fixture.CreateSecretAsync(StubbedSecret.ValueOf("old"));
        _database.FailVerification();

        (await _fixture.EnableWithoutRotatingAsync(secret)).ShouldFailWith<CredentialUnusableException>();

        _database.Logins.ShouldHaveSingleItem();
        _database.PasswordsSet.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_password_goes_to_a_server_that_the_pending_version_alone_names()
    {
        var secret = await _fixture.CreateSecretAsync(StubbedSecret.ValueOf("old"));
        var token = await secret.PutChangedAsync("host", "evil.example.com", "AWSPENDING");
        _database.FailVerification();

        _ = await Should.ThrowAsync<CredentialUnusableException>(() => _fixture.StepAsync("testSecret", secret.Arn, token));

        _database.PasswordsSet.ShouldBeEmpty();
        _database.Logins.ShouldBe(["app@evil.example.com"]);
    }

    [Fact]
    public async Task A_pending_version_older_than_the_current_one_is_never_set()
    {
        var (secret, token) = await RotateUntilAsync("createSecret");
        await secret.LabelAsync("KEEP", token);
        _ = await secret.PutChangedAsync("password", "by hand");
        _database.Passwords["app"] = "by hand";
        if (await secret.HolderAsync("AWSPENDING") is null)
        {
            await secret.LabelAsync("AWSPENDING", token);
        }

        var error = await Should.ThrowAsync<RotationNotReadyException>(() => _fixture.StepAsync("setSecret", secret.Arn, token));

        error.Problem.ShouldContain("is older than the AWSCURRENT version");
        _database.Passwords["app"].ShouldBe("by hand");
    }

    [Fact]
    public async Task What_is_not_expected_is_logged_once_and_wrapped()
    {
        var (secret, token) = await RotateUntilAsync("setSecret");
        _database.BeforeVerify = () => throw new InvalidCastException("hunter2");

        var error = await Should.ThrowAsync<UnexpectedErrorException>(() => _fixture.StepAsync("testSecret", secret.Arn, token));

        error.ToString().ShouldNotContain("hunter2");
        error.InnerException.ShouldBeNull();
        _fixture.Log.ShouldContain($"TestSecret failed for {secret.Arn}, version {token}, with UnexpectedErrorException");
        _fixture.Metrics.ToString().ShouldContain(
            $"\"SecretId\":\"{secret.Arn}\",\"Step\":\"TestSecret\",\"Error\":\"UnexpectedErrorException\",\"RotationStepsFailed\":1");
    }

    private async Task<(AppSecret Secret, string Token)> RotateUntilAsync(string step, string? earlier = null)
    {
        var secret = await _fixture.CreateSecretAsync(StubbedSecret.ValueOf(earlier ?? "old"));
        if (earlier is not null)
        {
            _ = await secret.PutChangedAsync("password", "old");
        }

        return (secret, (await _fixture.RotateUntilAsync(secret, step)).VersionId);
    }
}
