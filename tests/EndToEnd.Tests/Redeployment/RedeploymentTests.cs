using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.EventBridge;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

public sealed class RedeploymentTests
{
    [Fact]
    public async Task A_changed_secret_leads_to_exactly_the_services_that_hold_its_old_value()
    {
        await using var world = await RedeploymentWorld.StartAsync();
        var db = await world.StoreAsync("db", """{"password":"old"}""");
        var replica = await world.StoreAsync("db-replica", "old");
        var pinned = (string)(await world.Aws.CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = db }))["VersionId"]!;
        await world.CreateServiceAsync("by-key", db + ":password::");
        await world.CreateServiceAsync("by-partial-arn", db[..^7]);
        await world.CreateServiceAsync("by-parameter", "/aws/reference/secretsmanager/db");
        await world.CreateServiceAsync("pinned", $"{db}:::{pinned}");
        await world.CreateServiceAsync("replica", replica);
        await world.CreateServiceAsync("without", null);
        await world.CreateServiceAsync("asleep", db, count: 0);
        await world.CreateServiceAsync("opted-out", db, more: new() { ["tags"] = new JsonArray(new JsonObject { ["key"] = "rotation:redeploy", ["value"] = "false" }) });
        await world.CreateServiceAsync("blue-green", db, more: new() { ["deploymentController"] = new JsonObject { ["type"] = "CODE_DEPLOY" } });
        await world.QuietAsync();
        world.Sandbox.Calls.Clear();

        await world.PutAsync(db, """{"password":"new"}""");
        await world.QuietAsync();

        world.Redeployed().ShouldBe(["by-key", "by-parameter", "by-partial-arn"]);
        world.Holds("by-key").ShouldBe(["new"]);
        world.Holds("by-partial-arn").ShouldBe(["""{"password":"new"}"""]);
        world.Holds("by-parameter").ShouldBe(["""{"password":"new"}"""]);
        world.Holds("opted-out").ShouldBe(["""{"password":"old"}"""]);
        ShouldHaveKeptToItsPolicies(world);
    }

    [Fact]
    public async Task An_event_that_is_delivered_again_and_again_restarts_nothing_twice()
    {
        await using var world = await RedeploymentWorld.StartAsync();
        List<string> events = [];
        using var listening = world.Sandbox.Events.Subscribe(awsEvent => Keep(events, awsEvent));
        var db = await world.StoreAsync("db", "old");
        await world.CreateServiceAsync("app", db);
        await world.QuietAsync();
        world.Sandbox.Calls.Clear();
        await world.PutAsync(db, "new");
        await world.QuietAsync();
        var tasks = world.Running("app").Select(task => task.Arn).ToList();

        foreach (var again in events.Concat(events).Concat(Enumerable.Reverse(events)).ToList())
        {
            world.Queue.Send(again);
        }

        await world.QuietAsync();

        world.Redeployed().ShouldBe(["app"]);
        world.Running("app").Select(task => task.Arn).ShouldBe(tasks);
        ShouldHaveKeptToItsPolicies(world);
    }

    [Fact]
    public async Task Several_secrets_that_change_together_lead_to_one_deployment_of_a_service()
    {
        await using var world = await RedeploymentWorld.StartAsync(coalesceSeconds: 5);
        var (first, second) = (await world.StoreAsync("first", "old"), await world.StoreAsync("second", "old"));
        await world.CreateServiceAsync("one", first);
        await world.CreateServiceAsync("two", second);
        await world.CreateServiceAsync("both", first, more: new()
        {
            ["serviceConnectConfiguration"] = new JsonObject
            {
                ["enabled"] = true,
                ["logConfiguration"] = new JsonObject { ["logDriver"] = "splunk", ["secretOptions"] = new JsonArray(new JsonObject { ["name"] = "token", ["valueFrom"] = second }) },
            },
        });
        await world.QuietAsync();
        world.Sandbox.Calls.Clear();

        await world.PutAsync(first, "new");
        await world.PutAsync(second, "new");
        await world.QuietAsync();

        world.Redeployed().ShouldBe(["both", "one", "two"]);
        ShouldHaveKeptToItsPolicies(world);
    }

    [Fact]
    public async Task A_service_with_five_active_deployments_is_dealt_with_when_one_has_ended()
    {
        await using var world = await RedeploymentWorld.StartAsync();
        var db = await world.StoreAsync("db", "old");
        await world.CreateServiceAsync("app", db, count: 1, more: new() { ["deploymentConfiguration"] = new JsonObject { ["maximumPercent"] = 1000 } });
        await world.CreateServiceAsync("other", db, count: 1);
        await world.QuietAsync();
        var kept = await PileUpAsync(world, "app");
        world.Sandbox.Calls.Clear();

        await world.PutAsync(db, "new");
        // The other service is not kept waiting by this one.
        await UntilAsync(world, () => world.Redeployed().Contains("other") && world.Invocations.Count(one => one.Succeeded) > 1);
        world.Redeployed().ShouldNotContain("app");
        await world.EcsAsync("UpdateTaskProtection", new() { ["cluster"] = RedeploymentWorld.Cluster, ["tasks"] = kept, ["protectionEnabled"] = false });
        await world.QuietAsync();

        world.Redeployed().ShouldBe(["app", "other"]);
        world.Holds("app").ShouldBe(["new"]);
        ShouldHaveKeptToItsPolicies(world, but: "InvalidParameterException");
    }

    [Fact]
    public async Task A_sweep_finds_what_a_lost_event_left_behind()
    {
        await using var world = await RedeploymentWorld.StartAsync();
        var db = await world.StoreAsync("db", "old");
        await world.CreateServiceAsync("app", db);
        await world.CreateServiceAsync("without", null);
        await world.QuietAsync();
        world.Sandbox.Calls.Clear();
        foreach (var rule in world.Deployment.Stack.Rules.Where(rule => rule.EventPattern is not null))
        {
            world.Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = rule.Name, EventPattern = rule.EventPattern, Enabled = false });
        }

        await world.PutAsync(db, "new");
        await world.QuietAsync();
        world.Redeployed().ShouldBeEmpty();
        world.Queue.Send("""{"version":"0","id":"1","detail-type":"Scheduled Event","source":"aws.events","account":"123456789012","time":"2026-03-01T12:00:00Z","region":"eu-west-1","resources":[],"detail":{}}""");
        await world.QuietAsync();

        world.Redeployed().ShouldBe(["app"]);
        world.Holds("app").ShouldBe(["new"]);
        ShouldHaveKeptToItsPolicies(world);
    }

    [Fact]
    public async Task A_rollout_that_fails_is_told_with_the_reason_that_ECS_gives()
    {
        await using var world = await RedeploymentWorld.StartAsync();
        var outcomes = world.Sandbox.Sqs.CreateQueue("outcomes");
        world.Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = "outcomes", EventPattern = new() { ["source"] = new JsonArray("rotation-lambdas"), ["detail-type"] = new JsonArray("Service Redeployment Failed") } });
        world.Sandbox.EventBridge.PutTargets("outcomes", new EventTarget { Id = "q", Arn = outcomes.Arn });
        var db = await world.StoreAsync("db", "old");
        await world.CreateServiceAsync("app", db, count: 1, more: new()
        {
            ["deploymentConfiguration"] = new JsonObject { ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = false } },
        });
        await world.QuietAsync();
        world.Sandbox.Ecs.DenySecretReads("arn:aws:iam::123456789012:role/execution", db);

        await world.PutAsync(db, "new");
        await UntilAsync(world, () => outcomes.ApproximateNumberOfMessages > 0);

        var body = JsonNode.Parse(outcomes.Receive(1).Single().Body)!;
        body["resources"]!.AsArray().Select(resource => (string)resource!).ShouldContain(resource => resource.EndsWith("service/shop/app", StringComparison.Ordinal));
        body["detail"]!.ToJsonString().ShouldContain("ResourceInitializationError");
        world.Holds("app").ShouldBe(["old"]);
    }

    private static async Task<JsonArray> PileUpAsync(RedeploymentWorld world, string service)
    {
        JsonArray kept = [];
        for (var i = 0; i < 4; i++)
        {
            var newest = world.Running(service).MaxBy(task => task.CreatedAt)!.Arn;
            kept.Add(newest);
            await world.EcsAsync("UpdateTaskProtection", new() { ["cluster"] = RedeploymentWorld.Cluster, ["tasks"] = new JsonArray(newest), ["protectionEnabled"] = true });
            var count = world.Running(service).Count;
            await world.EcsAsync("UpdateService", new() { ["cluster"] = RedeploymentWorld.Cluster, ["service"] = service, ["forceNewDeployment"] = true });
            await UntilTaskAsync(world, () => world.Running(service).Count > count);
        }

        return kept;
    }

    private static async Task UntilAsync(RedeploymentWorld world, Func<bool> holds)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs e) => _ = holds() && reached.TrySetResult();
        var mapping = world.Sandbox.Sqs.EventSourceMappings.Single();
        mapping.BatchProcessed += Look;
        Look(null, EventArgs.Empty);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(3));
        mapping.BatchProcessed -= Look;
    }

    private static async Task UntilTaskAsync(RedeploymentWorld world, Func<bool> holds)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs e) => _ = holds() && reached.TrySetResult();
        world.Sandbox.Ecs.TaskChanged += Look;
        Look(null, EventArgs.Empty);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(3));
        world.Sandbox.Ecs.TaskChanged -= Look;
    }

    private static void Keep(List<string> events, JsonObject awsEvent)
    {
        if ((string?)awsEvent["source"] == "aws.secretsmanager")
        {
            events.Add(awsEvent.ToJsonString());
        }
    }

    private static void ShouldHaveKeptToItsPolicies(RedeploymentWorld world, string? but = null)
    {
        world.Deployment.Refusals.ShouldBeEmpty();
        world.Sandbox.Calls.Snapshot().Where(call => call.Caller == world.Function && call.ErrorCode is not null && call.ErrorCode != but).ShouldBeEmpty();
        world.Invocations.ShouldAllBe(one => one.Succeeded);
    }
}
