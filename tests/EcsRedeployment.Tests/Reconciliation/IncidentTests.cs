using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

/// <summary>A value that breaks every service of a fleet, and the value that follows.</summary>
public sealed class IncidentTests
{
    private const int Fleet = 50;

    [Theory]
    [InlineData(RolloutPace.Fast, 1, false)]
    [InlineData(RolloutPace.Careful, 3, false)]
    [InlineData(RolloutPace.Careful, 3, true)]
    internal async Task A_bad_value_costs_the_canaries_and_a_good_one_reaches_all(RolloutPace rollout, int canaries, bool isFoundBySweep)
    {
        var fixture = FleetOf(rollout);
        var change = fixture.RotateDb();
        await fixture.BatchAsync(isFoundBySweep ? Sweep(fixture.Clock.GetUtcNow()) : change);
        fixture.Redeployed.Count.ShouldBe(canaries);

        foreach (var canary in InProgress(fixture))
        {
            RollBack(fixture, canary);
        }

        await EndAsync(fixture, "SERVICE_DEPLOYMENT_FAILED");
        await fixture.BatchAsync(Sweep(fixture.Clock.GetUtcNow()));
        fixture.Redeployed.Count.ShouldBe(canaries, "it halted");
        StateOf(fixture).ShouldBe("Halted");

        fixture.Clock.Advance(TimeSpan.FromMinutes(10));
        await fixture.BatchAsync(fixture.RotateDb());
        fixture.Redeployed.Count.ShouldBe(2 * canaries, "failures of the older change do not count");
        var most = 0;
        while (InProgress(fixture) is { Count: > 0 } begun)
        {
            most = Math.Max(most, begun.Count);
            begun.ForEach(fixture.Ecs.Complete);
            await EndAsync(fixture, "SERVICE_DEPLOYMENT_COMPLETED");
        }

        most.ShouldBe(rollout is RolloutPace.Fast ? 20 : 10);
        fixture.Redeployed.Distinct().Count().ShouldBe(Fleet);
        fixture.Redeployed.Count.ShouldBe(Fleet + canaries, "one deployment for each change and service");
        fixture.Bus.DetailsOf("Secret Consumers Status").Count(IsFinal("Fresh")).ShouldBe(1);
        StateOf(fixture).ShouldBe("Fresh");
    }

    [Fact]
    public async Task Without_a_circuit_breaker_failing_tasks_halt_the_rollout()
    {
        var fixture = FleetOf(RolloutPace.Fast);
        await fixture.BatchAsync(fixture.RotateDb());
        var canary = InProgress(fixture).Single();
        (canary.Deployments[0].FailedTasks, canary.Deployments[0].RunningCount) = (3, 0);

        fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        await fixture.BatchAsync(JsonNode.Parse(fixture.Queue.Sent.Last().Body)!);

        fixture.Redeployed.Count.ShouldBe(1);
        StateOf(fixture).ShouldBe("Halted");

        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await fixture.BatchAsync(fixture.RotateDb());
        fixture.Redeployed.Count.ShouldBe(2, "the failing deployment of the old value gives way");
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("jobs")]
    public async Task A_standalone_task_with_the_old_value_leaves_the_secret_partial(string cluster)
    {
        var fixture = new Fixture();
        fixture.Ecs.Clusters["jobs"] = [];
        var web = fixture.Add();
        var job = FakeEcs.TaskOf(web, "job", Yesterday);
        (job.Group, job.StartedBy, job.ClusterArn) = ("family:job", "events-rule/nightly", $"{FakeEcs.Home}:cluster/{cluster}");
        fixture.Ecs.Tasks.Add(job);
        await fixture.BatchAsync(fixture.RotateDb());
        fixture.Ecs.Complete(web);
        await EndAsync(fixture, "SERVICE_DEPLOYMENT_COMPLETED");

        var last = fixture.Bus.DetailsOf("Secret Consumers Status").Last();
        (last["state"]!.GetValue<string>(), last["standaloneTasks"]!.AsArray().Count).ShouldBe(("Partial", 1));
    }

    private static Fixture FleetOf(RolloutPace rollout)
    {
        var fixture = new Fixture(
            new RedeploymentOptions { RolloutPace = rollout, ReadsPerSecond = 100, UpdatesPerSecond = 50, QueueUrl = new(FakeQueue.Url) });
        var definition = fixture.Ecs.Define("app", fixture.Db.ARN);
        for (var i = 0; i < Fleet; i++)
        {
            fixture.Ecs.Add("blue", $"s{i:00}", definition, Yesterday);
        }

        return fixture;
    }

    private static List<Service> InProgress(Fixture fixture) =>
        [.. fixture.Ecs.Clusters["blue"].Where(service => service.Deployments[0].RolloutState == "IN_PROGRESS")];

    private static Func<JsonNode, bool> IsFinal(string state) =>
        detail => detail["final"]!.GetValue<bool>() && detail["state"]!.GetValue<string>() == state;

    private static string StateOf(Fixture fixture) => fixture.Bus.DetailsOf("Secret Consumers Status").Last()["state"]!.GetValue<string>();

    private static async Task EndAsync(Fixture fixture, string name)
    {
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var ended = fixture.Ecs.Clusters["blue"]
            .Where(service => service.Deployments[0].UpdatedAt >= fixture.Clock.GetUtcNow().AddMinutes(-1.5).UtcDateTime);
        await fixture.BatchAsync([.. ended.Select(service => DeploymentEnded(service.ServiceArn, name, fixture.Clock.GetUtcNow()))]);
    }

    /// <summary>The old tasks stay, and their deployment is the primary once more.</summary>
    private static void RollBack(Fixture fixture, Service service)
    {
        var failed = service.Deployments[0];
        service.Deployments.RemoveAt(0);
        (service.Deployments[0].Status, service.Deployments[0].UpdatedAt) = ("PRIMARY", fixture.Clock.GetUtcNow().UtcDateTime);
        fixture.Ecs.AddPast(service.ServiceArn, failed.CreatedAt!.Value, "ROLLBACK_SUCCESSFUL", breaker: "TRIGGERED");
        fixture.Ecs.Tasks.RemoveAll(task => task.StartedBy == failed.Id);
    }
}
