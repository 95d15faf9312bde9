using Amazon.ECS.Model;
using RotationLambdas.EcsRedeployment.Triggers;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

public sealed class ReconcilerTests
{
    private readonly Fixture _fixture = new();
    private readonly Service _web;

    public ReconcilerTests() => _web = _fixture.Ecs.Add("blue", "web", _fixture.Ecs.Define("web", _fixture.Db.ARN), Yesterday);

    [Fact]
    public async Task A_batch_without_a_change_scans_no_service()
    {
        await _fixture.BatchAsync(
            Event("aws.secretsmanager", "Secret Label Updated", Noon, [_fixture.Db.ARN], new() { ["labelUpdated"] = "AWSPENDING" }));

        _fixture.Ecs.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ended_deployment_is_reported_without_its_history(bool isDenied)
    {
        await _fixture.BatchAsync(_fixture.RotateDb());
        _fixture.Ecs.Complete(_web);
        _fixture.Ecs.Before = (operation, _) =>
        {
            if (operation == "ListServiceDeployments")
            {
                throw isDenied ? FakeEcs.Denied(operation) : FakeEcs.Throttled();
            }
        };

        (await _fixture.BatchAsync(DeploymentEnded(_web.ServiceArn, "SERVICE_DEPLOYMENT_COMPLETED", Noon))).ShouldBeEmpty();

        _fixture.Bus.DetailsOf("Secret Consumers Status").Last()["state"]!.ToString().ShouldBe("Fresh");
    }

    [Theory]
    [InlineData(119, 1)]
    [InlineData(120, 0)]
    public async Task A_wait_of_hours_is_left_to_the_sweep_and_is_no_dead_letter(int attempt, int sent)
    {
        _fixture.RotateDb();
        (_web.Deployments[0].RolloutState, _web.Deployments[0].UpdatedAt) = ("IN_PROGRESS", Noon.UtcDateTime); // Somebody's release.

        (await _fixture.BatchAsync(JsonNode.Parse(new Resume([new(_fixture.Db.ARN)]) { Attempt = attempt }.ToJson())!)).ShouldBeEmpty();

        (_fixture.Queue.Sent.Count, _fixture.Redeployed.Count).ShouldBe((sent, 0));
    }

    [Fact]
    public async Task A_value_that_CodeDeploy_cannot_deploy_halts_and_is_not_repeated()
    {
        var fixture = new Fixture(new RedeploymentOptions { DeployWithCodeDeploy = true, QueueUrl = new(FakeQueue.Url) });
        foreach (var name in new[] { "api", "web" })
        {
            var service = fixture.Ecs.Add("blue", name, fixture.Ecs.Define("web", fixture.Db.ARN), Yesterday);
            service.DeploymentController = new() { Type = "CODE_DEPLOY" };
            service.TaskSets = [new() { Id = service.Deployments[0].Id, Status = "PRIMARY", ExternalId = $"d-{name}", RunningCount = 2,
                TaskDefinition = service.TaskDefinition, CreatedAt = Yesterday.UtcDateTime, UpdatedAt = Yesterday.UtcDateTime }];
            service.Deployments = [];
            fixture.CodeDeploy.AddLast($"d-{name}", """{"TaskDefinition":"web:7","PlatformVersion":"1.4.0"}""");
        }

        await fixture.BatchAsync(fixture.RotateDb());
        var last = fixture.CodeDeploy.Created.ShouldHaveSingleItem();
        fixture.CodeDeploy.Deployments["d-new1"] = new()
        {
            DeploymentGroupName = last.DeploymentGroupName, Status = "Failed", CreateTime = fixture.Clock.GetUtcNow().UtcDateTime,
        };
        for (var sweep = 0; sweep < 3; sweep++)
        {
            fixture.Clock.Advance(TimeSpan.FromHours(1));
            await fixture.BatchAsync(Sweep(fixture.Clock.GetUtcNow()));
        }

        fixture.CodeDeploy.Created.Count.ShouldBe(1);
        fixture.Bus.DetailsOf("Secret Consumers Status").Last()["state"]!.ToString().ShouldBe("Halted");
    }

}
