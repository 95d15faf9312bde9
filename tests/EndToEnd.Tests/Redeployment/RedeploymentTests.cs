namespace RotationLambdas.EndToEnd.Tests.Redeployment;

public sealed class RedeploymentTests
{
    [Fact]
    public async Task Exactly_the_services_with_the_old_value_are_redeployed()
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        var db = await fixture.StoreAsync("db", """{"password":"old"}""");
        var replica = await fixture.StoreAsync("db-replica", "old");
        var pinned = (string)(await fixture.Aws.CallAsync("secretsmanager.GetSecretValue", new() { ["SecretId"] = db }))["VersionId"]!;
        await fixture.CreateServiceAsync("by-key", db + ":password::");
        await fixture.CreateServiceAsync("by-partial-arn", db[..^7]);
        await fixture.CreateServiceAsync("by-parameter", "/aws/reference/secretsmanager/db");
        await fixture.CreateServiceAsync("pinned", $"{db}:::{pinned}");
        await fixture.CreateServiceAsync("replica", replica);
        await fixture.CreateServiceAsync("without", null);
        await fixture.CreateServiceAsync("asleep", db, count: 0);
        await fixture.CreateServiceAsync(
            "opted-out", db,
            more: new() { ["tags"] = new JsonArray(new JsonObject { ["key"] = "rotation:redeploy", ["value"] = "false" }) });
        await fixture.CreateServiceAsync(
            "blue-green", db, more: new() { ["deploymentController"] = new JsonObject { ["type"] = "CODE_DEPLOY" } });
        await fixture.QuietAsync();
        fixture.Sandbox.Calls.Clear();

        await fixture.PutAsync(db, """{"password":"new"}""");
        await fixture.QuietAsync();

        fixture.Redeployed().ShouldBe(["by-key", "by-parameter", "by-partial-arn"]);
        fixture.Holds("by-key").ShouldBe(["new"]);
        fixture.Holds("by-partial-arn").ShouldBe(["""{"password":"new"}"""]);
        fixture.Holds("by-parameter").ShouldBe(["""{"password":"new"}"""]);
        fixture.Holds("opted-out").ShouldBe(["""{"password":"old"}"""]);
        ShouldHaveKeptToItsPolicies(fixture);
    }

    [Fact]
    public async Task A_service_with_five_active_deployments_waits_for_an_end()
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        var db = await fixture.StoreAsync("db", "old");
        await fixture.CreateServiceAsync(
            "app", db, count: 1, more: new() { ["deploymentConfiguration"] = new JsonObject { ["maximumPercent"] = 1000 } });
        await fixture.CreateServiceAsync("other", db, count: 1);
        await fixture.QuietAsync();
        var kept = await PileUpAsync(fixture, "app");
        fixture.Sandbox.Calls.Clear();

        await fixture.PutAsync(db, "new");
        // The other service is not kept waiting by this one.
        await UntilAsync(fixture, () => fixture.Redeployed().Contains("other") && fixture.Invocations.Count(one => one.Succeeded) > 1);
        fixture.Redeployed().ShouldNotContain("app");
        await fixture.EcsAsync(
            "UpdateTaskProtection", new() { ["cluster"] = RedeploymentFixture.Cluster, ["tasks"] = kept, ["protectionEnabled"] = false });
        await fixture.QuietAsync();

        fixture.Redeployed().ShouldBe(["app", "other"]);
        fixture.Holds("app").ShouldBe(["new"]);
        ShouldHaveKeptToItsPolicies(fixture, but: "InvalidParameterException");
    }

    [Fact]
    public async Task A_sweep_finds_what_a_lost_event_left_behind()
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        var db = await fixture.StoreAsync("db", "old");
        await fixture.CreateServiceAsync("app", db);
        await fixture.CreateServiceAsync("without", null);
        await fixture.QuietAsync();
        fixture.Sandbox.Calls.Clear();
        fixture.SetRules(fixture.Deployment, enabled: false);

        await fixture.PutAsync(db, "new");
        await fixture.QuietAsync();
        fixture.Redeployed().ShouldBeEmpty();
        fixture.Queue.Send(
            """{"version":"0","id":"1","detail-type":"Scheduled Event","source":"aws.events","account":"123456789012","time":"2026-03-01T12:00:00Z","region":"eu-west-1","resources":[],"detail":{}}""");
        await fixture.QuietAsync();

        fixture.Redeployed().ShouldBe(["app"]);
        fixture.Holds("app").ShouldBe(["new"]);
        ShouldHaveKeptToItsPolicies(fixture);
    }

    [Fact]
    public async Task A_failed_rollout_is_reported_with_the_reason_of_ECS()
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        var outcomes = fixture.Receive("Service Redeployment Failed");
        var db = await fixture.StoreAsync("db", "old");
        await fixture.CreateServiceAsync("app", db, count: 1, more: new()
        {
            ["deploymentConfiguration"] =
                new JsonObject { ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = false } },
        });
        await fixture.QuietAsync();
        fixture.Sandbox.Ecs.DenySecretReads("arn:aws:iam::123456789012:role/execution", db);

        await fixture.PutAsync(db, "new");
        await UntilAsync(fixture, () => outcomes.ApproximateNumberOfMessages > 0);

        var body = JsonNode.Parse(outcomes.Receive(1).Single().Body)!;
        body["resources"]!.AsArray().Select(resource => (string)resource!)
            .ShouldContain(resource => resource.EndsWith("service/shop/app", StringComparison.Ordinal));
        body["detail"]!.ToJsonString().ShouldContain("ResourceInitializationError");
        fixture.Holds("app").ShouldBe(["old"]);
    }

    private static async Task<JsonArray> PileUpAsync(RedeploymentFixture fixture, string service)
    {
        JsonArray kept = [];
        for (var i = 0; i < 4; i++)
        {
            var newest = fixture.Running(service).MaxBy(task => task.CreatedAt)!.Arn;
            kept.Add(newest);
            await fixture.EcsAsync(
                "UpdateTaskProtection",
                new() { ["cluster"] = RedeploymentFixture.Cluster, ["tasks"] = new JsonArray(newest), ["protectionEnabled"] = true });
            var count = fixture.Running(service).Count;
            await fixture.EcsAsync(
                "UpdateService", new() { ["cluster"] = RedeploymentFixture.Cluster, ["service"] = service, ["forceNewDeployment"] = true });
            await UntilAsync(fixture, () => fixture.Running(service).Count > count);
        }

        return kept;
    }

    private static async Task UntilAsync(RedeploymentFixture fixture, Func<bool> holds)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check(object? sender, object e) => _ = holds() && reached.TrySetResult();
        var mapping = fixture.Sandbox.Sqs.EventSourceMappings.Single();
        mapping.BatchProcessed += Check;
        fixture.Sandbox.Ecs.TaskChanged += Check;
        Check(null, EventArgs.Empty);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(3));
        mapping.BatchProcessed -= Check;
        fixture.Sandbox.Ecs.TaskChanged -= Check;
    }

    private static void ShouldHaveKeptToItsPolicies(RedeploymentFixture fixture, string? but = null)
    {
        fixture.Deployment.Refusals.ShouldBeEmpty();
        fixture.Sandbox.Calls.Snapshot()
            .Where(call => call.Caller == fixture.Function && call.ErrorCode is not null && call.ErrorCode != but).ShouldBeEmpty();
        fixture.Invocations.ShouldAllBe(one => one.Succeeded);
    }
}
