using Amazon.ECS.Model;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

public sealed class ReconcilerTests
{
    private readonly Fixture _world = new();
    private readonly Service _web;

    public ReconcilerTests() => _web = _world.Ecs.Add("blue", "web", _world.Ecs.Define("web", _world.Db.ARN), Yesterday);

    [Fact]
    public async Task A_service_untouched_since_the_change_costs_no_history()
    {
        await _world.BatchAsync(_world.RotateDb());

        _world.Ecs.CountOf("ListServiceDeployments").ShouldBe(0);
        _world.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_batch_in_which_nothing_changed_looks_at_no_service()
    {
        await _world.BatchAsync(Event("aws.secretsmanager", "Secret Label Updated", Noon, [_world.Db.ARN], new() { ["labelUpdated"] = "AWSPENDING" }));

        _world.Ecs.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_deployment_that_was_begun_is_named()
    {
        await _world.BatchAsync(_world.RotateDb());

        _world.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem()["services"]![0]!["deploymentId"]!.GetValue<string>()
            .ShouldBe(_web.Deployments.Single(deployment => deployment.Status == "PRIMARY").Id);
    }
}
