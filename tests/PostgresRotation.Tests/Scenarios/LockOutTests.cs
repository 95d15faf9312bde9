namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

public sealed class LockOutTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Theory]
    [InlineData("createSecret", false, false)]
    [InlineData("setSecret", false, false)]
    [InlineData("testSecret", false, false)]
    [InlineData("createSecret", true, false)]
    [InlineData("setSecret", true, false)]
    [InlineData("testSecret", true, false)]
    [InlineData("createSecret", false, true)]
    [InlineData("setSecret", false, true)]
    [InlineData("testSecret", false, true)]
    [InlineData("createSecret", true, true)]
    [InlineData("setSecret", true, true)]
    [InlineData("testSecret", true, true)]
    public async Task A_rotation_after_a_cancelled_one_without_AWSPENDING_succeeds(string lastStep, bool rotatedBefore, bool alternating)
    {
        var secret = await CreateAsync(alternating);
        if (rotatedBefore)
        {
            await secret.ShouldRotateAsync();
        }

        var current = await secret.ValueAsync();
        await secret.CancelAfterAsync(lastStep);
        (!alternating || await fixture.AcceptsAsync(current)).ShouldBeTrue();

        await secret.ShouldRotateAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_after_setSecret_the_same_token_succeeds(bool alternating)
    {
        var secret = await CreateAsync(alternating);
        var stopped = await fixture.RotateUntilAsync(secret, "setSecret");

        (await secret.ShouldRotateAsync(fixture.RetryAsync)).VersionId.ShouldBe(stopped.VersionId);
    }

    [Theory]
    [InlineData("createSecret")]
    [InlineData("setSecret")]
    [InlineData("testSecret")]
    public async Task Cancelled_and_re_enabled_with_the_old_token_it_succeeds(string lastStep)
    {
        var secret = await fixture.CreateAppAsync();
        var cancelled = await secret.CancelAfterAsync(lastStep);
        await fixture.EnableWithoutRotatingAsync(secret);
        await secret.LabelAsync("AWSPENDING", cancelled.VersionId);

        (await secret.ShouldRotateAsync(fixture.RetryAsync)).VersionId.ShouldBe(cancelled.VersionId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pending_value_overwritten_by_hand_after_setSecret_is_survived(bool alternating)
    {
        var secret = await CreateAsync(alternating);
        _ = await fixture.RotateUntilAsync(
            secret, "setSecret", then: () => secret.PutChangedAsync("password", "overwritten by hand", "AWSPENDING", from: "AWSPENDING"));
        await secret.RemovePendingAsync();

        await secret.ShouldRotateAsync();
        fixture.Log.Contains("with the unlabelled password", StringComparison.Ordinal).ShouldBe(!alternating);
    }

    [Fact]
    public async Task Another_writers_pending_version_is_not_used()
    {
        var secret = await fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        var outcome = await fixture.RotateUntilAsync(
            secret, "createSecret", then: () => secret.PutChangedAsync("password", "by hand", "AWSPENDING"));

        outcome.Result.ShouldNotBe(RotationResult.Succeeded);
        (await secret.ValueAsync()).ShouldBe(before);
        (await fixture.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_the_AWSPREVIOUS_password_works_and_the_next_rotation_succeeds(bool alternating)
    {
        var secret = await CreateAsync(alternating);
        _ = await secret.PutChangedAsync("password", "written into the secret alone");

        await secret.ShouldRotateAsync();
        fixture.Log.ShouldContain("with the AWSPREVIOUS password");
    }

    [Fact]
    public async Task A_password_changed_by_hand_without_a_remedy_is_reported_clearly()
    {
        var secret = await fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        await fixture.ExecuteAsync($"ALTER ROLE {before.UserName} PASSWORD 'by hand'");

        var error = (await fixture.RotateAsync(secret)).ShouldFailWith<LoginRefusedException>();

        error.ShouldContain("accepts none of the passwords");
        error.ShouldContain("ALTER ROLE");
        (await secret.ValueAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recoverable_password_changed_by_hand_is_repaired(bool namedInTheSecret)
    {
        var superuser = await fixture.CreateSuperuserAsync();
        fixture.Environment["ROTATION_STRATEGY"] = "single-user";
        if (!namedInTheSecret)
        {
            fixture.Environment["SUPERUSER_SECRET_ARN"] = superuser.Arn;
        }

        var secret = await (namedInTheSecret ? fixture.CreateAppAsync(superuser) : fixture.CreateAppAsync());
        var user = (await secret.ValueAsync()).UserName;
        fixture.Allow("recoverable", secret.Arn, user);
        await fixture.ExecuteAsync($"ALTER ROLE {user} PASSWORD 'by hand'");

        await secret.ShouldRotateAsync();
        fixture.Log.ShouldContain($"The superuser is asked for the password of {user}");
    }

    private async Task<AppSecret> CreateAsync(bool alternating) =>
        await (alternating ? fixture.CreateAppAsync(await fixture.CreateSuperuserAsync()) : fixture.CreateAppAsync());
}
