namespace RotationLambdas.PostgresRotation.Tests.Steps;

public sealed class TestSecretTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task After_the_cause_is_fixed_the_same_token_succeeds()
    {
        fixture.Environment["TEST_QUERY"] = "SELECT * FROM there_is_no_such_table";
        var secret = await fixture.CreateAppAsync();
        var failed = await fixture.RotateAsync(secret);
        fixture.Environment["TEST_QUERY"] = "SELECT 1";

        var retried = await fixture.RetryAsync(secret);

        retried.ShouldSucceed();
        retried.VersionId.ShouldBe(failed.VersionId);

        (await fixture.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue();
    }

    [Fact]
    public async Task A_test_before_setSecret_leaves_the_current_password_alone()
    {
        var secret = await fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        var token = await secret.PutChangedAsync("password", "not set yet", "AWSPENDING");

        await Should.ThrowAsync<LoginRefusedException>(() => fixture.StepAsync("testSecret", secret.Arn, token));

        (await fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_test_of_alternating_users_leaves_the_current_user_alone()
    {
        fixture.Environment["TEST_QUERY"] = "SELECT * FROM there_is_no_such_table";
        var superuser = await fixture.CreateSuperuserAsync();
        var secret = await fixture.CreateAppAsync(superuser);
        var before = await secret.ValueAsync();

        (await fixture.RotateAsync(secret)).Result.ShouldBe(RotationResult.Failed);

        (await fixture.AcceptsAsync(before)).ShouldBeTrue();
        fixture.Log.ShouldNotContain("AWSCURRENT password of");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_value_that_is_not_visible_yet_or_lacks_its_label_is_tested(bool hasLabel)
    {
        FakeDatabase database = new() { Passwords = { ["app"] = "old" } };
        StubbedSecret secret = new() { Labels = { ["old"] = ["AWSCURRENT"], ["new"] = ["AWSPENDING"] } };
        secret.WhenReading = () =>
        {
            if (secret.VersionsRead.Count == (hasLabel ? 1 : 0))
            {
                secret.AddPassword("new", "old", hasLabel ? ["AWSPENDING"] : []);
            }
        };

        await secret.StepAsync("testSecret", "new", database);

        database.Logins.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_reader_gets_the_password_a_moment_later()
    {
        var database = fixture.UseFakeDatabase();
        var secret = await fixture.CreateSecretAsync(StubbedSecret.ValueOf("old"));
        fixture.Allow("readerHosts", secret.Arn);
        var stopped = await fixture.RotateUntilAsync(secret, "setSecret");
        (var arrived, database.Passwords["app"]) = (database.Passwords["app"], "not replicated");
        database.BeforeLogin = () =>
        {
            if (database.Logins.Count > 3)
            {
                database.Passwords["app"] = arrived;
            }

            return Task.CompletedTask;
        };

        await fixture.StepAsync("testSecret", secret.Arn, stopped.VersionId);
    }
}
