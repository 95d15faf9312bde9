using System.Text.Json.Nodes;
using RotationLambdas.EcsRedeployment.Errors;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;

namespace RotationLambdas.EcsRedeployment.Tests;

public sealed class RedeploymentHandlerTests
{
    private readonly Fixture _world = new();

    public RedeploymentHandlerTests()
    {
        var ecs = _world.Ecs;
        ecs.Add("blue", "web", ecs.Define("web", $"{_world.Db.ARN}:password::"), Yesterday);
        ecs.Add("blue", "replica", ecs.Define("replica", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-replica-AbC123"), Yesterday);
        ecs.Add("green", "worker", ecs.Define("worker", "/aws/reference/secretsmanager/db"), Yesterday);
        ecs.Add("green", "static", ecs.Define("static"), Yesterday);
    }

    [Fact]
    public async Task Exactly_the_services_that_hold_the_old_value_are_redeployed()
    {
        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["web", "worker"]);
    }

    [Fact]
    public async Task A_second_delivery_finds_everything_as_it_should_be()
    {
        var change = _world.RotateDb();
        await _world.BatchAsync(change);

        (await _world.RedeliverAsync(2, change)).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["web", "worker"]);
    }

    [Fact]
    public async Task Several_changes_in_a_batch_make_one_look_and_one_deployment_a_service()
    {
        var other = _world.Secrets.Add("other", Yesterday);
        _world.Ecs.Add("blue", "both", _world.Ecs.Define("both", _world.Db.ARN, other.ARN), Yesterday);
        var change = _world.RotateDb();
        _world.Secrets.Rotate(other, Noon.AddSeconds(-5));

        await _world.BatchAsync(change, LabelUpdated(other.ARN, Noon.AddSeconds(-5)), change);

        _world.Redeployed.ShouldBe(["both", "web", "worker"]);
        _world.Ecs.CountOf("ListClusters").ShouldBe(1);
        _world.Ecs.CountOf("DescribeServices").ShouldBe(2 + 3);
    }

    [Fact]
    public async Task Events_out_of_order_and_three_days_old_do_no_harm()
    {
        var old = _world.RotateDb(Noon.AddDays(-3));
        var late = _world.RotateDb(Noon.AddHours(-2));
        await _world.BatchAsync(late);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));

        await _world.BatchAsync(old);

        _world.Redeployed.ShouldBe(["web", "worker"]);
    }

    [Fact]
    public async Task An_event_three_days_old_does_not_restart_tasks_that_are_younger()
    {
        await _world.BatchAsync(_world.RotateDb(Noon.AddDays(-3)));

        _world.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Task_definitions_are_described_once_while_the_process_lives()
    {
        _world.Ecs.Add("green", "web-2", "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1", Yesterday);
        await _world.BatchAsync(_world.RotateDb());
        var cold = _world.Ecs.CountOf("DescribeTaskDefinition");

        await _world.BatchAsync(_world.RotateDb());

        (cold, _world.Ecs.CountOf("DescribeTaskDefinition")).ShouldBe((4, 4));
    }

    [Fact]
    public async Task An_event_that_is_not_understood_comes_again_while_the_others_are_dealt_with()
    {
        var failed = await _world.BatchAsync(JsonNode.Parse("""{"source":"com.example"}""")!, _world.RotateDb());

        failed.ShouldBe(["m0"]);
        _world.Redeployed.ShouldBe(["web", "worker"]);
        _world.Metric("EventsNotUnderstood").ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        _world.RotateDb();

        var report = await _world.InvokeAsync(JsonNode.Parse("""{"secretId":"db","dryRun":true}""")!);

        _world.Redeployed.ShouldBeEmpty();
        var services = report["secrets"]![0]!["services"]!.AsArray();
        services.Select(s => s!["decision"]!.GetValue<string>()).ShouldBe(["Redeploy", "Redeploy"]);
        report["servicesScanned"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public async Task The_function_can_be_set_to_dry_runs_only()
    {
        var fixture = new Fixture(new RedeploymentOptions { DryRun = true });
        fixture.Ecs.Add("blue", "web", fixture.Ecs.Define("web", fixture.Db.ARN), Yesterday);

        (await fixture.BatchAsync(fixture.RotateDb())).ShouldBeEmpty();

        fixture.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_by_hand_redeploys_what_is_older_than_the_last_modification()
    {
        _world.Db.LastChangedDate = Noon.AddMinutes(-1).UtcDateTime;

        await _world.InvokeAsync(JsonNode.Parse($$"""{"secretId":"{{_world.Db.ARN}}"}""")!);

        _world.Redeployed.ShouldBe(["web", "worker"]);
    }

    [Fact]
    public async Task A_request_for_a_secret_that_is_not_there_says_so()
    {
        var report = await _world.InvokeAsync(JsonNode.Parse("""{"secretId":"nonesuch"}""")!);

        report["problems"]![0]!.GetValue<string>().ShouldBe("There is no secret named 'nonesuch'. Give its ARN, or check whether it was deleted.");
    }

    [Fact]
    public async Task A_bare_event_that_is_not_understood_is_an_error_with_a_remedy() =>
        (await Should.ThrowAsync<EventMalformedException>(() => _world.InvokeAsync(JsonNode.Parse("{}")!))).Message.ShouldContain("Send an EventBridge event");

    [Fact]
    public async Task A_bare_event_that_leaves_work_is_an_error_so_that_it_comes_again()
    {
        var withoutQueue = new Fixture(new RedeploymentOptions());
        withoutQueue.Ecs.Add("blue", "web", withoutQueue.Ecs.Define("web", withoutQueue.Db.ARN), Yesterday);

        await Should.ThrowAsync<WorkRemainsException>(() => withoutQueue.InvokeAsync(withoutQueue.RotateDb(Noon.AddMinutes(5))));
    }

    [Fact]
    public async Task A_recorded_PutSecretValue_is_dated_by_the_version_that_it_made()
    {
        _world.Secrets.Rotate(_world.Db, Noon.AddMinutes(-1));
        _world.Db.LastRotatedDate = null;
        var call = Event("aws.secretsmanager", "AWS API Call via CloudTrail", Noon, [],
            new() { ["eventName"] = "PutSecretValue", ["requestParameters"] = new JsonObject { ["secretId"] = "db" } });

        await _world.BatchAsync(call);

        _world.Redeployed.ShouldBe(["web", "worker"]);
    }

    [Fact]
    public async Task A_recorded_UpdateSecret_that_changed_only_a_description_restarts_nothing()
    {
        _world.Db.LastChangedDate = Noon.UtcDateTime;
        var call = Event("aws.secretsmanager", "AWS API Call via CloudTrail", Noon, [],
            new() { ["eventName"] = "UpdateSecret", ["requestParameters"] = new JsonObject { ["secretId"] = "db" } });

        (await _world.BatchAsync(call)).ShouldBeEmpty();

        _world.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_parameter_that_changed_restarts_those_who_read_it()
    {
        _world.Ecs.Add("blue", "ssm", _world.Ecs.Define("ssm", "/prod/db"), Yesterday);

        await _world.BatchAsync(Event("aws.ssm", "Parameter Store Change", Noon.AddSeconds(-5),
            ["arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db"], new() { ["operation"] = "Update" }));

        _world.Redeployed.ShouldBe(["ssm"]);
    }

    [Fact]
    public async Task A_secret_of_another_Region_restarts_those_who_read_its_replica_here_and_those_who_read_it_there()
    {
        _world.Ecs.Add("blue", "far", _world.Ecs.Define("far", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbC123"), Yesterday);
        _world.RotateDb();

        await _world.BatchAsync(LabelUpdated("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbC123", Noon.AddSeconds(-10), "us-east-1"));

        _world.Redeployed.ShouldBe(["far", "web", "worker"]);
    }

    [Fact]
    public async Task A_replica_that_does_not_have_the_new_version_yet_is_waited_for()
    {
        var change = LabelUpdated("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbC123", Noon.AddSeconds(-10), "us-east-1");

        (await _world.BatchAsync(change)).ShouldBe(["m0"]);

        _world.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_of_another_account_that_may_not_be_described_is_followed_by_its_event()
    {
        const string Foreign = "arn:aws:secretsmanager:eu-west-1:210987654321:secret:shared-AbC123";
        _world.Ecs.Add("blue", "shared", _world.Ecs.Define("shared", Foreign), Yesterday);
        _world.Secrets.Before = (operation, _) => throw FakeSecrets.Denied(operation);

        (await _world.BatchAsync(LabelUpdated(Foreign, Noon.AddSeconds(-10)))).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["shared"]);
        _world.Logger.Text.ShouldContain("secretsmanager:DescribeSecret");
    }

    [Fact]
    public async Task Nobody_is_restarted_for_a_secret_that_is_gone()
    {
        var change = _world.RotateDb();
        _world.Secrets.Remove(_world.Db.ARN);

        (await _world.BatchAsync(change)).ShouldBeEmpty();

        _world.Redeployed.ShouldBeEmpty();
        _world.Bus.DetailsOf("Service Needs Attention").ShouldNotBeEmpty();
        _world.Bus.DetailsOf("Service Needs Attention").ShouldAllBe(detail => detail["reason"]!.GetValue<string>() == "SecretGone");
    }

    [Fact]
    public async Task An_error_that_nobody_foresaw_fails_the_invocation_and_hides_nothing_of_what_came_beside_it()
    {
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "UpdateService")
            {
                throw new InvalidDataException("Nobody foresaw this.");
            }
        };

        await Should.ThrowAsync<InvalidDataException>(() => _world.BatchAsync(_world.RotateDb(), JsonNode.Parse("""{"secretId":"db","dryRun":true}""")!));

        _world.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();
        _world.Metric("Events").ShouldBe(2);
        _world.Logger.Text.ShouldContain("InvalidDataException");
    }

    [Fact]
    public async Task An_invocation_whose_time_runs_out_gives_its_messages_back()
    {
        _world.RemainingTime = TimeSpan.FromSeconds(5);

        (await _world.BatchAsync(_world.RotateDb())).ShouldBe(["m0"]);
    }
}
