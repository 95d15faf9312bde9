using RotationLambdas.EndToEnd.Tests.Faults;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

/// <summary>A fault at an AWS call of EcsRedeployment; what counts is the state of the services when all is quiet.</summary>
public sealed class RedeploymentFaultTests
{
    private const int Workers = 8;
    private static readonly FaultAction[] Actions = Enum.GetValues<FaultAction>();

    [Fact]
    public Task A_fault_at_UpdateService_replaces_each_stale_service_once() => Task.WhenAll(Actions.Select(ReplaceOnceAsync));

    private static async Task ReplaceOnceAsync(FaultAction action)
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        var generations = await PrepareAsync(fixture);
        var fault = fixture.Sandbox.Faults.Add(new FaultRule { Action = action, Caller = fixture.Function, Operation = "UpdateService" });

        await fixture.PutAsync("db", "new");
        await fixture.QuietAsync();

        fault.Fired.ShouldBe(1, $"{action}");
        ShouldBeFresh(fixture, "new", generations, changes: 1);
    }

    /// <summary>A fault at every call from the change to the last report. <c>./dev faults</c> has every fault at every call.</summary>
    [Fact]
    [Trait("Category", "Faults")]
    public async Task A_fault_at_any_call_leaves_the_stale_services_fresh()
    {
        var calls = await CountCallsAsync();
        // Most of a case is waiting: each worker has a fixture of its own.
        var cases = Cases(calls).ToLookup(one => one.Call % Workers);

        var lines = (await Task.WhenAll(cases.Select(RunAsync))).SelectMany(line => line).ToList();

        var absorbed = lines.Count(line => line.EndsWith("| 0 |", StringComparison.Ordinal));
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{lines.Count} cases over {calls} calls: all converged, {absorbed} absorbed without a failed invocation.");
        await MatrixReport.WriteAsync(
            "redeployment-faults.md",
            counts + "\n\n| fault | call | injected | failed invocations |\n|---|---|---|---|\n" + string.Join('\n', lines));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(IEnumerable<(FaultAction Action, int Call)> cases)
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        var generations = await PrepareAsync(fixture);
        var lines = new List<string>();
        foreach (var (action, call) in cases)
        {
            var (before, value) = (fixture.Invocations.Count, $"{action}-{call}");
            fixture.Sandbox.Faults.Clear();
            var fault = fixture.Sandbox.Faults.Add(new FaultRule { Action = action, Caller = fixture.Function, FromCall = call });

            await fixture.PutAsync("db", value);
            await fixture.QuietAsync();

            var failed = fixture.Invocations.Skip(before).Count(one => !one.Succeeded);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {action} | {call} | {fault.Fired} | {failed} |"));
            ShouldBeFresh(fixture, value, generations, changes: lines.Count);
            var kills = action is FaultAction.KillCallerBefore or FaultAction.KillCallerAfter;
            failed.ShouldBe(kills ? fault.Fired : 0, $"{action} at call {call}");
        }

        return lines;
    }

    private static IEnumerable<(FaultAction Action, int Call)> Cases(int calls) => FaultCases.IsFull
        ? Actions.SelectMany(_ => Enumerable.Range(1, calls), (action, call) => (action, call))
        : Enumerable.Range(1, calls).Select(call => (Actions[call % Actions.Length], call));

    private static async Task<Dictionary<string, int>> PrepareAsync(RedeploymentFixture fixture)
    {
        var db = await fixture.StoreAsync("db", "old");
        await fixture.CreateServiceAsync("web", db);
        await fixture.CreateServiceAsync("worker", db + ":::", count: 1);
        await fixture.CreateServiceAsync("without", null);
        await fixture.QuietAsync();
        // Events have whole seconds: services made in the very second of their secret's creation are rightly replaced once already.
        return new[] { "web", "worker", "without" }.ToDictionary(service => service, service => Generations(fixture, service));
    }

    private static async Task<int> CountCallsAsync()
    {
        await using var fixture = await RedeploymentFixture.StartAsync();
        await PrepareAsync(fixture);
        var before = fixture.Sandbox.Calls.Snapshot().Count;
        await fixture.PutAsync("db", "counted");
        await fixture.QuietAsync();
        return fixture.Sandbox.Calls.Snapshot().Skip(before).Count(call => call.Caller == fixture.Function);
    }

    private static void ShouldBeFresh(RedeploymentFixture fixture, string value, Dictionary<string, int> before, int changes)
    {
        fixture.Holds("web").ShouldBe([value]);
        fixture.Holds("worker").ShouldBe([value]);
        // One a change: nobody's tasks were replaced twice.
        foreach (var (service, generations) in before)
        {
            Generations(fixture, service).ShouldBe(generations + (service == "without" ? 0 : changes), $"{service}\n{fixture.Story()}");
        }
    }

    private static int Generations(RedeploymentFixture fixture, string service) =>
        fixture.Sandbox.Ecs.Tasks(RedeploymentFixture.Cluster, service).Select(task => task.StartedBy).Distinct().Count();
}
