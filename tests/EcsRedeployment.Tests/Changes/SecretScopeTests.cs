namespace RotationLambdas.EcsRedeployment.Tests.Changes;

public sealed class SecretScopeTests
{
    [Theory]
    [InlineData("*", "db", true)]
    [InlineData("prod/", "prod/db", true)]
    [InlineData("prod/", "production", false)]
    [InlineData("prod/", "dev/prod/db", false)]
    [InlineData("dev/,prod/*", "prod/db", true)]
    [InlineData("prod/", "/prod/db", true)]
    [InlineData("/prod/", "prod/db", true)]
    [InlineData("rds!db-", "rds!db-1234", true)]
    public void A_prefix_fits_the_beginning_of_a_name(string prefixes, string name, bool fits) =>
        SecretScope.Read(prefixes.Split(','))!.Includes(name).ShouldBe(fits);

    [Theory]
    [InlineData("dev/", "dev")]
    [InlineData("prod/", "prod")]
    [InlineData("*", "dev,prod")]
    [InlineData("test/", "")]
    public async Task Only_services_of_secrets_inside_the_prefixes_are_restarted(string prefixes, string restarted)
    {
        var byEvent = With(prefixes);
        await byEvent.BatchAsync(LabelUpdated(ArnOf("dev"), Noon.AddSeconds(-10)), LabelUpdated(ArnOf("prod"), Noon.AddSeconds(-10)));
        var bySweep = With(prefixes);
        await bySweep.BatchAsync(Sweep(Noon));

        string.Join(',', byEvent.Redeployed).ShouldBe(restarted);
        string.Join(',', bySweep.Redeployed).ShouldBe(restarted);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("prod")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-a1b2c3")]
    public async Task A_secret_of_this_account_that_may_not_be_described_is_outside(string? inRecordedCall)
    {
        var fixture = With("*");
        fixture.Secrets.Before = (operation, _) => throw FakeSecrets.Denied(operation);
        var happened = inRecordedCall is null ? LabelUpdated(ArnOf("prod"), Noon.AddSeconds(-10))
            : Recorded("PutSecretValue", inRecordedCall, Noon.AddSeconds(-10));

        (await fixture.BatchAsync(happened)).ShouldBeEmpty();

        fixture.Redeployed.ShouldBeEmpty();
        fixture.Logger.Text.ShouldContain("outside the function's scope");
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "web")]
    public async Task An_unverified_change_is_reported_or_restarts_once(bool restart, string restarted)
    {
        var fixture = new Fixture(new RedeploymentOptions { RestartUnverified = restart, UpdatesPerSecond = 50 });
        fixture.Add();
        fixture.Db.LastChangedDate = Noon.AddHours(-1).UtcDateTime;

        await fixture.BatchAsync(Sweep(Noon));
        await fixture.BatchAsync(Sweep(Noon));

        string.Join(',', fixture.Redeployed).ShouldBe(restarted);
    }

    private static string ArnOf(string stage) => $"arn:aws:secretsmanager:eu-west-1:123456789012:secret:{stage}/db-AbC123";

    private static Fixture With(string prefixes)
    {
        var fixture = new Fixture(new RedeploymentOptions { Secrets = SecretScope.Read(prefixes.Split(','))!, UpdatesPerSecond = 50 });
        foreach (var stage in new[] { "dev", "prod" })
        {
            fixture.Secrets.Rotate(fixture.Secrets.Add($"{stage}/db", Noon.AddYears(-1)), Noon.AddSeconds(-10));
            fixture.Ecs.Add("blue", stage, fixture.Ecs.Define(stage, ArnOf(stage)), Yesterday);
        }

        return fixture;
    }
}
