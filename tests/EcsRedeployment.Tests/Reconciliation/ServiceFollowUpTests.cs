using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

public sealed class ServiceFollowUpTests
{
    private readonly Fixture _world = new();
    private readonly Service _web;
    private readonly Service _api;

    public ServiceFollowUpTests()
    {
        var definition = _world.Ecs.Define("app", _world.Db.ARN);
        _web = _world.Ecs.Add("blue", "web", definition, Yesterday);
        _api = _world.Ecs.Add("green", "api", definition, Yesterday);
        _world.Ecs.Add("green", "static", _world.Ecs.Define("static"), Yesterday);
    }

    [Fact]
    public async Task When_the_last_service_is_fresh_the_secret_is_said_to_be_and_how_long_it_took()
    {
        await RotateAsync();
        Complete(_web);
        await EndedAsync(_web, "SERVICE_DEPLOYMENT_COMPLETED");
        StateTold().ShouldBe("Rolling");

        Complete(_api);
        _world.Clock.Advance(TimeSpan.FromSeconds(80));
        await EndedAsync(_api, "SERVICE_DEPLOYMENT_COMPLETED");

        StateTold().ShouldBe("Fresh");
        _world.Metric("SecondsToFresh").ShouldBeInRange(89, 100);
    }

    [Fact]
    public async Task What_is_told_of_a_secret_names_the_version_that_it_was_held_against()
    {
        await _world.BatchAsync(LabelUpdated(_world.Db.ARN, Yesterday));
        StatusTold()["currentVersion"]!.GetValue<string>().ShouldBe("v1");

        _world.Bus.Entries.Clear();
        await RotateAsync();
        StatusTold()["currentVersion"]!.GetValue<string>().ShouldBe(_world.Db.VersionIdsToStages.Single(version => version.Value.Contains("AWSCURRENT")).Key);
    }

    [Fact]
    public async Task The_services_of_a_secret_are_remembered_from_the_look_before()
    {
        await RotateAsync();
        Complete(_web);
        await EndedAsync(_web, "SERVICE_DEPLOYMENT_COMPLETED");

        _world.Ecs.CountOf("ListClusters").ShouldBe(1);
        _world.Ecs.CountOf("ListServices").ShouldBe(2);
    }

    [Fact]
    public async Task A_look_for_one_secret_serves_the_ends_of_deployments_of_every_other()
    {
        var other = _world.Secrets.Add("other", Noon.AddYears(-1));
        _world.Secrets.Rotate(other, Noon.AddHours(-1));
        var shop = _world.Ecs.Add("green", "shop", _world.Ecs.Define("shop", other.ARN), Noon.AddMinutes(-50));
        await RotateAsync();

        await EndedAsync(shop, "SERVICE_DEPLOYMENT_COMPLETED");

        StateTold().ShouldBe("Fresh");
        _world.Ecs.CountOf("ListClusters").ShouldBe(1);
    }

    [Fact]
    public async Task A_look_that_missed_a_cluster_is_not_relied_upon()
    {
        _world.Ecs.Before = (operation, subject) =>
        {
            if (operation == "ListServices" && subject.EndsWith("green", StringComparison.Ordinal))
            {
                throw FakeEcs.Denied(operation);
            }
        };
        await _world.BatchAsync(_world.RotateDb());
        _world.Ecs.Before = (_, _) => { };
        Complete(_web);

        await EndedAsync(_web, "SERVICE_DEPLOYMENT_COMPLETED");

        _world.Ecs.CountOf("ListClusters").ShouldBe(2);
        StatusTold()["services"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whether_deployments_failed_is_not_asked_of_services_to_which_nothing_has_happened_since_the_change()
    {
        _world.RotateDb();
        _web.Deployments[0].CreatedAt = _web.Deployments[0].UpdatedAt = Noon.UtcDateTime;

        await EndedAsync(_web, "SERVICE_DEPLOYMENT_COMPLETED");

        StateTold().ShouldNotBe("Fresh");
        _world.Ecs.CountOf("ListServiceDeployments").ShouldBe(0);
    }

    [Fact]
    public async Task A_deployment_that_has_nothing_to_do_with_a_change_is_not_worth_an_event()
    {
        await EndedAsync(_web, "SERVICE_DEPLOYMENT_COMPLETED");

        _world.Bus.Entries.ShouldBeEmpty();
        _world.Ecs.CountOf("ListClusters").ShouldBe(0);
    }

    [Fact]
    public async Task A_deployment_that_was_rolled_back_is_told_with_its_cause_and_not_tried_again()
    {
        await RotateAsync();
        var failed = _web.Deployments[0];
        _web.Deployments.RemoveAt(0);
        (_web.Deployments[0].Status, _web.Deployments[0].UpdatedAt) = ("PRIMARY", _world.Clock.GetUtcNow().UtcDateTime);
        _world.Ecs.AddRollback(_web, failed.CreatedAt);
        var task = FakeEcs.TaskOf(_web, "stopped", _world.Clock.GetUtcNow());
        (task.DesiredStatus, task.LastStatus) = ("STOPPED", "STOPPED");
        task.StoppedReason = "ResourceInitializationError: retrieved secret from Secrets Manager did not contain json key password";
        _world.Ecs.Tasks.Add(task);

        await EndedAsync(_web, "SERVICE_DEPLOYMENT_FAILED");

        var told = _world.Bus.DetailsOf("Service Redeployment Failed").ShouldHaveSingleItem();
        told["service"]!.GetValue<string>().ShouldBe(_web.ServiceArn);
        told["likelyCause"]!.GetValue<string>().ShouldStartWith("The secret's new value lacks a JSON key");
        _world.Redeployed.ShouldBe(["api", "web"]);
        _world.Metric("ServicesFailed").ShouldBe(1);
    }

    [Fact]
    public async Task After_a_deployment_of_a_service_whose_secret_is_gone_that_is_told()
    {
        _world.Secrets.Remove(_world.Db.ARN);

        await EndedAsync(_web, "SERVICE_DEPLOYMENT_FAILED");

        _world.Bus.DetailsOf("Service Needs Attention").Select(detail => detail["reason"]!.GetValue<string>()).ShouldBe(["SecretGone", "SecretGone"]);
        _world.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_gone_is_no_problem() =>
        (await _world.BatchAsync(DeploymentEnded($"{FakeEcs.Home}:service/blue/gone", "SERVICE_DEPLOYMENT_COMPLETED", Noon))).ShouldBeEmpty();

    private async Task RotateAsync() => await _world.BatchAsync(_world.RotateDb());

    private async Task EndedAsync(Service service, string eventName)
    {
        _world.Bus.Entries.Clear();
        (await _world.BatchAsync(DeploymentEnded(service.ServiceArn, eventName, _world.Clock.GetUtcNow()))).ShouldBeEmpty();
    }

    private string StateTold() => StatusTold()["state"]!.GetValue<string>();

    private JsonNode StatusTold() => _world.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem();

    private void Complete(Service service)
    {
        service.Deployments = [service.Deployments[0]];
        service.Deployments[0].RolloutState = "COMPLETED";
        _world.Ecs.Tasks.RemoveAll(task => task.Group == $"service:{service.ServiceName}");
    }
}
