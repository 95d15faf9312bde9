using RotationLambdas.Sandbox.Ecs.Runners;
using RotationLambdas.Sandbox.EventBridge;
using RotationLambdas.Sandbox.Sqs;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

/// <summary>A value that no application starts with. 50 services of ten tasks read it, and half of a service's tasks may be replaced at
/// once.</summary>
public sealed class BadValueTests
{
    private const int Services = 50;
    private const int TasksPerService = 10;
    private const int FewestHealthy = TasksPerService / 2;

    [Fact]
    public async Task A_bad_value_costs_one_service_and_a_good_one_reaches_all()
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        fixture.Sandbox.Ecs.AddTaskRunner(new FailsWith("bad"));
        var reports = fixture.Sandbox.Sqs.CreateQueue("reports");
        var pattern = new JsonObject { ["detail-type"] = new JsonArray("Secret Consumers Status") };
        fixture.Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = "reports", EventPattern = pattern });
        fixture.Sandbox.EventBridge.PutTargets("reports", new EventTarget { Id = "q", Arn = reports.Arn });
        var db = await fixture.StoreAsync("db", "old");
        var names = Enumerable.Range(0, Services).Select(i => $"app-{i:00}").ToList();
        foreach (var name in names)
        {
            await fixture.CreateServiceAsync(name, db, TasksPerService, RollsBack());
        }

        await fixture.QuietAsync();
        fixture.Sandbox.Calls.Clear();
        FinalStates(reports);

        await fixture.PutAsync(db, "bad");
        await fixture.QuietAsync();

        var canary = fixture.Redeployed().ShouldHaveSingleItem(fixture.Story());
        foreach (var name in names)
        {
            fixture.Holds(name).ShouldBe(["old"]);
            fixture.Running(name).Count.ShouldBeInRange(name == canary ? FewestHealthy : TasksPerService, TasksPerService, name);
        }

        FinalStates(reports).ShouldBe(["Halted"], fixture.Story());

        await fixture.PutAsync(db, "good");
        await fixture.QuietAsync();

        foreach (var name in names)
        {
            fixture.Holds(name).ShouldBe(["good"], fixture.Story());
            fixture.Running(name).Count.ShouldBe(TasksPerService, name);
        }

        fixture.Redeployed().Distinct().ShouldBe(names);
        FinalStates(reports).ShouldBe(["Fresh"]);
        fixture.Invocations.ShouldAllBe(one => one.Succeeded);
    }

    private static JsonObject RollsBack() => new()
    {
        ["deploymentConfiguration"] = new JsonObject
        {
            ["minimumHealthyPercent"] = 50,
            ["maximumPercent"] = 100,
            ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = true },
        },
    };

    /// <summary>The states of the final reports since the last call. A report that is sent twice has the same id twice.</summary>
    private static IReadOnlyList<string> FinalStates(MessageQueue reports)
    {
        List<JsonNode> details = [];
        while (reports.Receive(10) is { Count: > 0 } messages)
        {
            details.AddRange(messages.Select(message => JsonNode.Parse(message.Body)!["detail"]!).Where(detail => (bool)detail["final"]!));
            foreach (var message in messages)
            {
                reports.Delete(message.ReceiptHandle!);
            }
        }

        return [.. details.DistinctBy(detail => (string)detail["id"]!).Select(detail => (string)detail["state"]!)];
    }

    /// <summary>Starts containers, but those whose secret has a certain value.</summary>
    private sealed class FailsWith(string value) : ITaskRunner
    {
        public bool Runs(string image) => true;

        public Task<IRunningContainer> StartAsync(ContainerStart start, CancellationToken cancellationToken) =>
            start.Environment["SECRET"] == value ? throw new InvalidOperationException("password authentication failed")
            : Task.FromResult<IRunningContainer>(new Container());
    }

    private sealed class Container : IRunningContainer
    {
        private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ready => Task.CompletedTask;

        public Task<int> Exited => _exited.Task;

        public Task StopAsync(TimeSpan stopTimeout)
        {
            _exited.TrySetResult(0);
            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero);
    }
}
