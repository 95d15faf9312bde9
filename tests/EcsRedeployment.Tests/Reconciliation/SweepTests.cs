using Amazon.ECS.Model;
using SecretListEntry = Amazon.SecretsManager.Model.SecretListEntry;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

public sealed class SweepTests
{
    private readonly Fixture _fixture = new();
    private readonly Service _web;

    public SweepTests()
    {
        _web = _fixture.Add();
        _fixture.Ecs.Add("blue", "static", _fixture.Ecs.Define("static"), Yesterday);
    }

    [Theory]
    [InlineData("v2", "v1")]
    [InlineData("v1", "v2")]
    public async Task A_value_put_or_rolled_back_by_hand_is_found_by_its_versions_dates(string current, string previous)
    {
        _fixture.RotateDb();
        _fixture.Db.LastRotatedDate = null;
        _fixture.Db.VersionIdsToStages = new() { [current] = ["AWSCURRENT"], [previous] = ["AWSPREVIOUS"] };

        await SweepAsync();

        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_sweep_of_fresh_services_restarts_and_reports_nothing()
    {
        await SweepAsync();

        _fixture.Redeployed.ShouldBeEmpty();
        _fixture.Bus.Entries.ShouldBeEmpty();
        _fixture.Secrets.Calls.Select(call => call.Operation).ShouldBe(["ListSecrets", "DescribeSecret"]);
    }

    [Fact]
    public async Task A_date_in_whole_seconds_counts_as_its_end()
    {
        _fixture.RotateDb(Noon.AddSeconds(-10));
        _web.Deployments[0].CreatedAt = Noon.AddSeconds(-9.5).UtcDateTime;
        _fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        await SweepAsync();

        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_new_description_restarts_nothing_and_is_counted()
    {
        _fixture.Db.LastChangedDate = Noon.AddHours(-1).UtcDateTime;

        await SweepAsync();

        _fixture.Redeployed.ShouldBeEmpty();
        _fixture.Metric("ServicesUnverified").ShouldBe(1);
    }

    [Fact]
    public async Task A_rotation_that_keeps_failing_restarts_nothing()
    {
        for (var i = 0; i < 3; i++)
        {
            _fixture.Db.LastChangedDate = _fixture.Clock.GetUtcNow().UtcDateTime;
            _fixture.Db.VersionIdsToStages[$"pending{i}"] = ["AWSPENDING"];
            await SweepAsync();
            _fixture.Db.VersionIdsToStages.Remove($"pending{i}");
            _fixture.Clock.Advance(TimeSpan.FromHours(1));
        }

        _fixture.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sweep_without_permission_for_the_history_restarts_nothing()
    {
        _fixture.RotateDb();
        _web.Deployments[0].UpdatedAt = Noon.UtcDateTime; // Rolled back since, perhaps.
        _fixture.Ecs.Before = Refusing("ListServiceDeployments", FakeEcs.Denied("ListServiceDeployments"));

        await SweepAsync();

        _fixture.Redeployed.ShouldBeEmpty();
        _fixture.Logger.Text.ShouldContain("Add ecs:ListServiceDeployments to the policy of the function's role.");
        _fixture.Bus.DetailsOf("Secret Consumers Status").Single()["state"]!.ToString().ShouldBe("Partial", "a retry changes nothing");
    }

    [Fact]
    public async Task An_overdue_rollout_is_reported_with_the_reason_of_ECS()
    {
        await _fixture.BatchAsync(_fixture.RotateDb());
        _fixture.Clock.Advance(TimeSpan.FromMinutes(31));
        var failed = FakeEcs.TaskOf(_web, "failed", _fixture.Clock.GetUtcNow());
        (failed.DesiredStatus, failed.LastStatus) = ("STOPPED", "STOPPED");
        failed.StoppedReason =
            "ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User is not authorized to "
                + "perform: "
            + $"secretsmanager:GetSecretValue on resource: {_fixture.Db.ARN}";
        _fixture.Ecs.Tasks.Add(failed);
        _fixture.Bus.Entries.Clear();

        await SweepAsync();

        var status = _fixture.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();
        (status["state"]!.GetValue<string>(), status["services"]![0]!["state"]!.GetValue<string>()).ShouldBe(("Failed", "Overdue"));
        status["services"]![0]!["ecsReason"]!.GetValue<string>().ShouldStartWith("ResourceInitializationError");
        status["services"]![0]!["likelyCause"]!.GetValue<string>().ShouldContain("Allow it secretsmanager:GetSecretValue");
        _fixture.Metric("ServicesOverdue").ShouldBe(1);
        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task Overdue_secrets_are_counted_and_named_though_no_service_refers_to_them()
    {
        _fixture.Secrets.Listed.AddRange(new[] { "unused", "used", "fine" }.Select(name => new SecretListEntry
        {
            ARN = $"arn:{name}",
            Name = name,
            RotationEnabled = true,
            NextRotationDate = Noon.AddDays(name == "fine" ? 1 : -2).UtcDateTime,
        }));

        await SweepAsync();

        _fixture.Metric("SecretsOverdueForRotation").ShouldBe(2);
        _fixture.Logger.Text.ShouldContain("The rotation of arn:unused is overdue: a rotation was due by");
        _fixture.Logger.Text.ShouldNotContain("arn:fine");
        _fixture.Bus.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sweep_that_may_not_list_secrets_reports_it_and_goes_on()
    {
        _fixture.RotateDb();
        _fixture.Secrets.Before = Refusing("ListSecrets", FakeSecrets.Denied("ListSecrets"));

        await SweepAsync();

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Logger.Text.ShouldContain("Add secretsmanager:ListSecrets to the policy of the function's role.");
        _fixture.Metrics.ShouldAllBe(line => line["SecretsOverdueForRotation"] == null);
    }

    [Fact]
    public async Task A_dry_run_of_a_sweep_restarts_nothing()
    {
        _fixture.RotateDb();

        var report = await _fixture.InvokeAsync(System.Text.Json.Nodes.JsonNode.Parse("""{"sweep":true,"dryRun":true}""")!);

        _fixture.Redeployed.ShouldBeEmpty();
        report["secrets"]![0]!["services"]![0]!["decision"]!.GetValue<string>().ShouldBe("Redeploy");
    }

    [Fact]
    public async Task A_secret_without_permission_is_left_out()
    {
        var other = _fixture.Secrets.Add("other", Yesterday.AddDays(-1));
        _fixture.Ecs.Add("blue", "other", _fixture.Ecs.Define("other", other.ARN), Yesterday);
        _fixture.RotateDb();
        _fixture.Secrets.Before = Refusing("", FakeSecrets.Denied("DescribeSecret"), other.ARN);

        await SweepAsync();

        _fixture.Redeployed.ShouldBe(["web"]);
        _fixture.Logger.Text.ShouldContain($"leaves out 1 secrets that the role may not describe, such as {other.ARN}");
    }

    private async Task SweepAsync() => (await _fixture.BatchAsync(Sweep(_fixture.Clock.GetUtcNow()))).ShouldBeEmpty();
}
