using Amazon.ECS.Model;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

public sealed class ReconcilerTests
{
    private readonly Fixture _fixture = new();
    private readonly Service _web;

    public ReconcilerTests() => _web = _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define("web", _fixture.Db.ARN), Yesterday);

    [Fact]
    public async Task A_service_untouched_since_the_change_costs_no_history()
    {
        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Ecs.CountOf("ListServiceDeployments").ShouldBe(0);
        _fixture.Redeployed.ShouldBe(["web"]);
    }

    [Fact]
    public async Task A_batch_without_a_change_scans_no_service()
    {
        await _fixture.BatchAsync(
            Event("aws.secretsmanager", "Secret Label Updated", Noon, [_fixture.Db.ARN], new() { ["labelUpdated"] = "AWSPENDING" }));

        _fixture.Ecs.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_deployment_that_was_begun_is_named()
    {
        await _fixture.BatchAsync(_fixture.RotateDb());

        _fixture.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem()["services"]![0]!["deploymentId"]!.GetValue<string>()
            .ShouldBe(_web.Deployments.Single(deployment => deployment.Status == "PRIMARY").Id);
    }
}
