namespace RotationLambdas.PostgresRotation.Tests.Steps;

public sealed class FinishSecretTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task Before_setSecret_was_effective_it_is_refused_and_AWSCURRENT_stays()
    {
        var secret = await fixture.CreateAppAsync();
        var before = await secret.ValueAsync();
        var token = await secret.PutChangedAsync("password", "not set yet", "AWSPENDING");

        var error = await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync("finishSecret", secret.Arn, token));

        error.Problem.ShouldContain("setSecret has not taken effect");
        (await secret.ValueAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task AWSPENDING_stays_AWSPREVIOUS_follows_and_the_log_has_both_versions()
    {
        var secret = await fixture.CreateAppAsync();
        var before = (await secret.HolderAsync("AWSCURRENT"))!;

        var outcome = await fixture.RotateAsync(secret);

        var labels = await secret.LabelsAsync();
        labels[outcome.VersionId].ShouldBe(["AWSCURRENT", "AWSPENDING"], ignoreOrder: true);
        labels[before].ShouldBe(["AWSPREVIOUS"]);
        fixture.Log.ShouldContain($"AWSCURRENT moved from version {before} to {outcome.VersionId}.");
    }

    [Fact]
    public async Task A_label_moved_by_somebody_else_stays()
    {
        var database = fixture.UseFakeDatabase();
        var secret = await fixture.CreateSecretAsync(StubbedSecret.ValueOf("old"));
        _ = await fixture.RotateUntilAsync(secret, "testSecret");
        var token = (await secret.HolderAsync("AWSPENDING"))!;
        var byHand = "";

        // The login comes between finishSecret's DescribeSecret and its move.
        database.BeforeLogin = async () =>
        {
            database.BeforeLogin = () => Task.CompletedTask;
            byHand = await secret.PutChangedAsync("password", "moved by hand");
        };

        var error = await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync("finishSecret", secret.Arn, token));

        error.Problem.ShouldContain("was moved to another version");
        (await secret.HolderAsync("AWSCURRENT")).ShouldBe(byHand);
        database.Passwords["app"].ShouldBe("moved by hand");
    }
}
