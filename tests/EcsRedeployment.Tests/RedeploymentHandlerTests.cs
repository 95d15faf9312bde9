using RotationLambdas.EcsRedeployment.Errors;

namespace RotationLambdas.EcsRedeployment.Tests;

public sealed class RedeploymentHandlerTests
{
    private readonly Fixture _fixture = new();

    public RedeploymentHandlerTests()
    {
        var ecs = _fixture.Ecs;
        ecs.Add("blue", "web", ecs.Define("web", $"{_fixture.Db.ARN}:password::"), Yesterday);
        ecs.Add("blue", "replica", ecs.Define("replica", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-replica-AbC123"),
            Yesterday);
        ecs.Add("green", "worker", ecs.Define("worker", "/aws/reference/secretsmanager/db"), Yesterday);
        ecs.Add("green", "static", ecs.Define("static"), Yesterday);
    }

    [Fact]
    public async Task Exactly_the_services_that_hold_the_old_value_are_redeployed()
    {
        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["web", "worker"]);
    }

    [Fact]
    public async Task A_batch_takes_one_scan_and_one_deployment_per_service()
    {
        var other = _fixture.Secrets.Add("other", Yesterday);
        _fixture.Ecs.Add("blue", "both", _fixture.Ecs.Define("both", _fixture.Db.ARN, other.ARN), Yesterday);
        var change = _fixture.RotateDb();
        _fixture.Secrets.Rotate(other, Noon.AddSeconds(-5));

        await _fixture.BatchAsync(change, LabelUpdated(other.ARN, Noon.AddSeconds(-5)), change);

        _fixture.Redeployed.ShouldBe(["both", "web", "worker"]);
        _fixture.Ecs.CountOf("ListClusters").ShouldBe(1);
        _fixture.Ecs.CountOf("DescribeServices").ShouldBe(2 + 3);
    }

    [Fact]
    public async Task Task_definitions_are_described_once_while_the_process_lives()
    {
        _fixture.Ecs.Add("green", "web-2", "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1", Yesterday);
        await _fixture.BatchAsync(_fixture.RotateDb());
        var cold = _fixture.Ecs.CountOf("DescribeTaskDefinition");

        await _fixture.BatchAsync(_fixture.RotateDb());

        (cold, _fixture.Ecs.CountOf("DescribeTaskDefinition")).ShouldBe((4, 4));
    }

    [Fact]
    public async Task An_unknown_event_fails_alone()
    {
        var failed = await _fixture.BatchAsync(JsonNode.Parse("""{"source":"com.example"}""")!, _fixture.RotateDb());

        failed.ShouldBe(["m0"]);
        _fixture.Redeployed.ShouldBe(["web", "worker"]);
        _fixture.Metric("EventsNotUnderstood").ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_reports_and_does_nothing()
    {
        _fixture.RotateDb();

        var report = await _fixture.InvokeAsync(JsonNode.Parse("""{"secretId":"db","dryRun":true}""")!);

        _fixture.Redeployed.ShouldBeEmpty();
        var services = report["secrets"]![0]!["services"]!.AsArray();
        services.Select(s => s!["decision"]!.GetValue<string>()).ShouldBe(["Redeploy", "Redeploy"]);
        report["servicesScanned"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public async Task A_request_for_a_missing_secret_reports_it()
    {
        var report = await _fixture.InvokeAsync(JsonNode.Parse("""{"secretId":"nonesuch"}""")!);

        report["problems"]![0]!.GetValue<string>()
            .ShouldBe("There is no secret named 'nonesuch'. Give its ARN, or check whether it was deleted.");
    }

    [Fact]
    public async Task A_bare_event_that_is_not_understood_is_an_error_with_a_remedy() =>
        (await Should.ThrowAsync<EventMalformedException>(() => _fixture.InvokeAsync(JsonNode.Parse("{}")!)))
            .Message.ShouldContain("Send an EventBridge event");

    [Fact]
    public async Task A_bare_event_that_leaves_work_fails_to_be_retried()
    {
        var withoutQueue = new Fixture(new RedeploymentOptions());
        withoutQueue.Add();

        await Should.ThrowAsync<WorkRemainsException>(() => withoutQueue.InvokeAsync(withoutQueue.RotateDb(Noon.AddMinutes(5))));
    }

    [Fact]
    public async Task A_changed_description_restarts_nothing()
    {
        _fixture.Db.LastChangedDate = Noon.UtcDateTime;

        (await _fixture.BatchAsync(Recorded("UpdateSecret", "db", Noon))).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_of_another_Region_restarts_readers_of_it_and_its_replica()
    {
        _fixture.Ecs.Add(
            "blue", "far", _fixture.Ecs.Define("far", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbC123"), Yesterday);
        _fixture.RotateDb();

        await _fixture.BatchAsync(
            LabelUpdated("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbC123", Noon.AddSeconds(-10), "us-east-1"));

        _fixture.Redeployed.ShouldBe(["far", "web", "worker"]);
    }

    [Fact]
    public async Task Another_accounts_unreadable_secret_is_followed_by_its_event()
    {
        const string Foreign = "arn:aws:secretsmanager:eu-west-1:210987654321:secret:shared-AbC123";
        _fixture.Ecs.Add("blue", "shared", _fixture.Ecs.Define("shared", Foreign), Yesterday);
        _fixture.Secrets.Before = (operation, _) => throw FakeSecrets.Denied(operation);

        (await _fixture.BatchAsync(LabelUpdated(Foreign, Noon.AddSeconds(-10)))).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["shared"]);
        _fixture.Logger.Text.ShouldContain("secretsmanager:DescribeSecret");
    }

    [Fact]
    public async Task Nothing_is_restarted_for_a_deleted_secret()
    {
        var change = _fixture.RotateDb();
        _fixture.Secrets.Remove(_fixture.Db.ARN);

        (await _fixture.BatchAsync(change)).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBeEmpty();
        _fixture.Bus.DetailsOf("Service Needs Attention").ShouldNotBeEmpty();
        _fixture.Bus.DetailsOf("Service Needs Attention").ShouldAllBe(detail => detail["reason"]!.GetValue<string>() == "SecretMissing");
    }

    [Fact]
    public async Task An_unexpected_error_fails_the_invocation_and_keeps_other_results()
    {
        _fixture.Ecs.Before = Refusing("UpdateService", new InvalidDataException("Nobody foresaw this."));

        await Should.ThrowAsync<InvalidDataException>(
            () => _fixture.BatchAsync(_fixture.RotateDb(), JsonNode.Parse("""{"secretId":"db","dryRun":true}""")!));

        _fixture.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();
        _fixture.Metric("Events").ShouldBe(2);
        _fixture.Logger.Text.ShouldContain("InvalidDataException");
    }

    [Fact]
    public async Task An_invocation_whose_time_runs_out_gives_its_messages_back()
    {
        _fixture.RemainingTime = TimeSpan.FromSeconds(5);

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBe(["m0"]);
    }
}
