using RotationLambdas.Sandbox.Ecs.Runners;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

/// <summary>A value that no application starts with. 50 services of ten tasks read it.</summary>
public sealed class BadValueTests
{
    private const int Services = 50;
    private const int TasksPerService = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>At most one service, the canary, loses the tasks that its own deployment configuration lets a deployment stop. The rollout
    /// halts, also where no circuit breaker ends a deployment, and a good value makes all services fresh without a person.</summary>
    [Fact]
    public Task A_bad_value_stops_at_one_service_and_a_good_one_reaches_all() => Task.WhenAll( // They wait most of the time.
        StopAndReachAsync(0, 100, null),
        StopAndReachAsync(50, 100, null),
        StopAndReachAsync(100, 200, null),
        StopAndReachAsync(50, 100, true),
        StopAndReachAsync(0, 100, false));

    private static async Task StopAndReachAsync(int minimum, int maximum, bool? rollsBack)
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        fixture.Sandbox.Ecs.AddTaskRunner(new FailsWith("bad"));
        var reports = fixture.Receive("Secret Consumers Status");
        var db = await fixture.StoreAsync("db", "old");
        var names = Enumerable.Range(0, Services).Select(i => $"app-{i:00}").ToList();
        foreach (var name in names)
        {
            await fixture.CreateServiceAsync(name, db, TasksPerService, Configuration(minimum, maximum, rollsBack));
        }

        await fixture.QuietAsync();
        fixture.Sandbox.Calls.Clear();
        reports.Purge();

        await fixture.PutAsync(db, "bad");
        (await UntilAsync(fixture, reports, "Halted")).ShouldBe(["Halted"], fixture.Story());

        // Without a circuit breaker the canary's deployment goes on for ever.
        var canary = fixture.Redeployed().ShouldHaveSingleItem(fixture.Story());
        var configuration = $"{minimum} {maximum} {rollsBack}";
        foreach (var name in names)
        {
            fixture.Holds(name).ShouldBe(name == canary && minimum == 0 && rollsBack is not true ? [] : ["old"], $"{name} {configuration}");
            var least = name == canary ? TasksPerService * minimum / 100 : TasksPerService;
            fixture.Running(name).Count.ShouldBeInRange(least, TasksPerService, $"{name} {configuration}");
        }

        await fixture.PutAsync(db, "good");
        (await UntilAsync(fixture, reports, "Fresh")).ShouldBe(["Fresh"], fixture.Story());
        await fixture.QuietAsync();

        foreach (var name in names)
        {
            fixture.Holds(name).ShouldBe(["good"], fixture.Story());
            fixture.Running(name).Count.ShouldBe(TasksPerService, name);
        }

        fixture.Redeployed().Distinct().ShouldBe(names);
        fixture.Redeployed().Length.ShouldBe(Services + 1, "one deployment for each change and service");
        fixture.Invocations.ShouldAllBe(one => one.Succeeded);
    }

    private static JsonObject Configuration(int minimum, int maximum, bool? rollsBack) => new()
    {
        ["deploymentConfiguration"] = new JsonObject
        {
            ["minimumHealthyPercent"] = minimum,
            ["maximumPercent"] = maximum,
            ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = rollsBack is not null, ["rollback"] = rollsBack is true },
        },
    };

    /// <summary>Waits for the report of a final state, and gives the states of all final reports since the last call. A report that is sent
    /// twice has the same id twice.</summary>
    private static async Task<IReadOnlyList<string>> UntilAsync(RedeploymentFixture fixture, MessageQueue reports, string state)
    {
        List<JsonNode> details = [];
        using var limit = new CancellationTokenSource(Limit);
        while (!details.Exists(detail => (string?)detail["state"] == state))
        {
            var answer = await fixture.Aws.CallAsync(
                "AmazonSQS.ReceiveMessage",
                new() { ["QueueUrl"] = $"{reports.Url}", ["WaitTimeSeconds"] = 20, ["MaxNumberOfMessages"] = 10 },
                limit.Token);
            foreach (var message in answer["Messages"]?.AsArray() ?? [])
            {
                details.Add(JsonNode.Parse((string)message!["Body"]!)!["detail"]!);
                reports.Delete((string)message["ReceiptHandle"]!);
            }
        }

        return [.. details.Where(detail => (bool)detail["final"]!)
            .DistinctBy(detail => (string)detail["id"]!)
            .Select(detail => (string)detail["state"]!)];
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
