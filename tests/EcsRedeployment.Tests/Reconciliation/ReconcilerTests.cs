using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

public sealed class ReconcilerTests
{
    private readonly Fixture _fixture = new();
    private readonly Service _web;

    public ReconcilerTests() => _web = _fixture.Add();

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
        _fixture.Ecs.Before = Refusing(
            "ListServiceDeployments", isDenied ? FakeEcs.Denied("ListServiceDeployments") : FakeEcs.Throttled());

        (await _fixture.BatchAsync(DeploymentEnded(_web.ServiceArn, "SERVICE_DEPLOYMENT_COMPLETED", Noon))).ShouldBeEmpty();

        _fixture.Bus.DetailsOf("Secret Consumers Status").Last()["state"]!.ToString().ShouldBe("Fresh");
    }

    [Theory]
    [InlineData(199, 1)]
    [InlineData(200, 0)]
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
        var fixture = WithCodeDeploy("api", "web");

        await fixture.BatchAsync(fixture.RotateDb());
        fixture.CodeDeploy.Deployments["d-new1"].Status = "Failed";
        (await SweepAsync(fixture, 60, 60, 60)).ShouldBe([1, 1, 1]);

        fixture.Bus.DetailsOf("Secret Consumers Status").Last()["state"]!.ToString().ShouldBe("Halted");
    }

    [Fact]
    public async Task Deployments_in_CodeDeploy_count_as_in_progress()
    {
        var fixture = WithCodeDeploy("a", "b", "c", "d");

        await fixture.BatchAsync(fixture.RotateDb());

        (await SweepAsync(fixture, 1, 2, 2, 2)).ShouldBe([1, 2, 2, 2], "a canary, then two at once");
        fixture.CodeDeploy.Created.Select(one => one.DeploymentGroupName).ShouldBe(["shop-d-a", "shop-d-b"]);
        (await SweepAsync(fixture, 90)).ShouldBe([2], "neither ends in time");
        fixture.Bus.DetailsOf("Secret Consumers Status").Last()["state"]!.ToString().ShouldBe("Halted");
    }

    [Theory]
    [InlineData("Ready", false, 0)]
    [InlineData("Succeeded", false, 1)]
    [InlineData("InProgress", true, 0)]
    public async Task A_release_in_CodeDeploy_is_waited_for_and_takes_no_place(string status, bool isRollback, int begun)
    {
        var fixture = WithCodeDeploy("a", "b");
        fixture.CodeDeploy.Deployments["d-release"] = new()
        {
            DeploymentGroupName = "shop-d-a",
            Status = status,
            CreateTime = Noon.AddHours(-20).UtcDateTime,
            Creator = isRollback ? "codeDeployRollback" : "user",
        };

        await fixture.BatchAsync(fixture.RotateDb());

        fixture.CodeDeploy.Created.Count(one => one.DeploymentGroupName == "shop-d-a").ShouldBe(begun);
        fixture.CodeDeploy.Created.Count(one => one.DeploymentGroupName == "shop-d-b").ShouldBe(1 - begun);
    }

    [Fact]
    public async Task A_release_in_CodeDeploy_that_ends_after_the_scan_is_not_undone()
    {
        var fixture = WithCodeDeploy("web");
        var reads = 0;
        fixture.Ecs.Before = (operation, _) =>
        {
            if (operation == "DescribeServices" && ++reads == 2)
            {
                fixture.Ecs.Clusters["blue"][0].TaskSets[0].TaskDefinition = fixture.Ecs.Define("next", fixture.Db.ARN);
            }
        };

        await fixture.BatchAsync(fixture.RotateDb());

        fixture.CodeDeploy.Created.ShouldHaveSingleItem().Revision.AppSpecContent.Content.ShouldContain("task-definition/next:1");
    }

    private static Fixture WithCodeDeploy(params string[] names)
    {
        var fixture = new Fixture(new RedeploymentOptions
        {
            DeployWithCodeDeploy = true,
            QueueUrl = new(FakeQueue.Url),
            MaxRollouts = 2,
        });
        foreach (var name in names)
        {
            var service = fixture.Ecs.Add("blue", name, fixture.Ecs.Define("web", fixture.Db.ARN), Yesterday);
            service.DeploymentController = new() { Type = "CODE_DEPLOY" };
            service.TaskSets = [new() { Id = service.Deployments[0].Id, Status = "PRIMARY", ExternalId = $"d-{name}", RunningCount = 2,
                TaskDefinition = service.TaskDefinition, CreatedAt = Yesterday.UtcDateTime, UpdatedAt = Yesterday.UtcDateTime }];
            service.Deployments = [];
            fixture.CodeDeploy.AddLast($"d-{name}", """{"TaskDefinition":"web:7","PlatformVersion":"1.4.0"}""");
        }

        return fixture;
    }

    /// <summary>Sweeps after so many minutes each.</summary>
    /// <returns>How many deployments were created by then.</returns>
    private static async Task<IReadOnlyList<int>> SweepAsync(Fixture fixture, params int[] minutes)
    {
        var created = new List<int>();
        foreach (var wait in minutes)
        {
            fixture.Clock.Advance(TimeSpan.FromMinutes(wait));
            await fixture.BatchAsync(Sweep(fixture.Clock.GetUtcNow()));
            created.Add(fixture.CodeDeploy.Created.Count);
        }

        return created;
    }
}
