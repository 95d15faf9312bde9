namespace RotationLambdas.EndToEnd.Tests.Deployments;

public sealed class StacksTests
{
    private static readonly Dictionary<string, string> Restarts = new() { ["Functions"] = "redeployment", ["DryRun"] = "false" };

    [Fact]
    public async Task A_stack_leaves_secrets_outside_of_its_prefixes_alone()
    {
        await using var fixture = await StacksFixture.StartAsync();
        var dev = fixture.Deploy("dev", new(Restarts) { ["SecretNamePrefixes"] = "dev/" });
        var prod = fixture.Deploy("prod", new(Restarts) { ["SecretNamePrefixes"] = "prod/" });
        await fixture.CreateServiceAsync("dev-api", "dev/db");
        var secret = await fixture.CreateServiceAsync("prod-api", "prod/db");
        ConcurrentQueue<JsonObject> events = new();
        using var listening = fixture.Sandbox.Events.Subscribe(events.Enqueue);

        await fixture.PutAsync("dev/db", "new");
        await fixture.PutAsync("prod/db", "new");
        await fixture.QuietAsync();

        fixture.RestartedBy(dev).ShouldBe(["dev-api"]);
        fixture.RestartedBy(prod).ShouldBe(["prod-api"]);

        // Nobody restarts prod-api now but the stack that may not: by its sweep, and by an event that its own rule would not deliver.
        fixture.SetRules(prod, enabled: false);
        await fixture.PutAsync("prod/db", "newest");
        await fixture.QuietAsync();
        await fixture.SendAsync(dev, new() { ["sweep"] = true });
        await fixture.SendAsync(dev, LabelUpdated(events, secret));
        await fixture.QuietAsync();

        fixture.RestartedBy(dev).ShouldBe(["dev-api"]);
        fixture.RestartedBy(prod).ShouldBe(["prod-api"]);
        dev.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_two_stacks_receive_in_turn_restarts_a_service_once()
    {
        await using var fixture = await StacksFixture.StartAsync();
        var first = fixture.Deploy("first", new(Restarts) { ["SecretNamePrefixes"] = "*" });
        var second = fixture.Deploy("second", new(Restarts) { ["SecretNamePrefixes"] = "*" });
        var secret = await fixture.CreateServiceAsync("api", "db");
        fixture.SetRules(second, enabled: false);
        ConcurrentQueue<JsonObject> events = new();
        using var listening = fixture.Sandbox.Events.Subscribe(events.Enqueue);
        await fixture.PutAsync("db", "new");
        await fixture.QuietAsync();

        await fixture.SendAsync(second, LabelUpdated(events, secret));
        await fixture.QuietAsync();

        fixture.RestartedBy(first).ShouldBe(["api"]);
        fixture.RestartedBy(second).ShouldBeEmpty();
    }

    [Fact]
    public async Task Redeployment_alone_needs_no_value_and_restarts_nothing()
    {
        await using var fixture = await StacksFixture.StartAsync();
        var stack = fixture.Deploy("restarts", new() { ["Functions"] = "redeployment" });
        await fixture.CreateServiceAsync("api", "db");
        var before = fixture.Sandbox.Calls.Snapshot().Count;

        await fixture.PutAsync("db", "new");
        await fixture.QuietAsync();

        fixture.Sandbox.Calls.Snapshot().Skip(before)
            .ShouldContain(call => call.Operation == "PutEvents", "what would be done is published");
        fixture.RestartedBy(stack).ShouldBeEmpty();
        stack.Stack.Outputs["RedeploymentMode"].ShouldBe("report only: DryRun is true");
        stack.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forwarded_event_restarts_a_service_of_another_account()
    {
        await using var secrets = await StacksFixture.StartAsync();
        await using var services = await StacksFixture.StartAsync("210987654321", secrets);
        secrets.Sandbox.EventBridge.Connect(services.Sandbox.EventBridge);
        var forwarding = secrets.DeployFile(
            "forward-events.yaml", new() { ["TargetBusArn"] = "arn:aws:events:eu-west-1:210987654321:event-bus/default" });
        var central = services.Deploy("central", new(Restarts) { ["SecretNamePrefixes"] = "shared/" });
        await services.CreateServiceAsync("api", "shared/db", secrets);

        await secrets.PutAsync("shared/db", "first");
        await services.QuietAsync();

        services.RestartedBy(central).ShouldBeEmpty("the bus lets nobody in yet");
        secrets.Sandbox.Sqs.Find(forwarding.Stack.Queues.Single().Arn)!.ApproximateNumberOfMessages.ShouldBe(2, "creation, change");

        services.DeployFile("receive-events.yaml", new() { ["SourceAccountIds"] = "123456789012" });
        await secrets.PutAsync("shared/db", "second");
        await services.QuietAsync();

        services.RestartedBy(central).ShouldBe(["api"]);

        // The sweep may not describe another account's secret: nobody notices when its event is lost.
        secrets.SetRules(forwarding, enabled: false);
        await secrets.PutAsync("shared/db", "third");
        await services.SendAsync(central, new() { ["sweep"] = true });
        await services.QuietAsync();

        services.RestartedBy(central).ShouldBe(["api"]);
    }

    private static JsonObject LabelUpdated(IEnumerable<JsonObject> events, string secret) =>
        events.Last(one => (string?)one["detail-type"] == "Secret Label Updated" && (string?)one["resources"]![0] == secret);
}
