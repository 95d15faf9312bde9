using System.Globalization;
using System.Text;
using RotationLambdas.EndToEnd.Tests.Faults;
using RotationLambdas.Sandbox.Faults;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

/// <summary>Something goes wrong at an AWS call of EcsRedeployment; what counts is how the services stand when all is quiet again.</summary>
public sealed class RedeploymentFaultTests
{
    private static readonly FaultAction[] Actions = Enum.GetValues<FaultAction>();

    [Theory]
    [InlineData(FaultAction.DropBefore)]
    [InlineData(FaultAction.LoseReply)]
    [InlineData(FaultAction.Throttle)]
    [InlineData(FaultAction.InternalError)]
    [InlineData(FaultAction.KillCallerBefore)]
    [InlineData(FaultAction.KillCallerAfter)]
    public async Task A_fault_at_UpdateService_leaves_the_stale_services_fresh_and_each_replaced_once(FaultAction action)
    {
        await using var world = await RedeploymentWorld.StartAsync();
        var generations = await PrepareAsync(world);
        var fault = world.Sandbox.Faults.Add(new FaultRule { Action = action, Caller = world.Function, Operation = "UpdateService" });

        await world.PutAsync("db", "new");
        await world.QuietAsync();

        fault.Fired.ShouldBe(1);
        ShouldBeFresh(world, "new", generations, changes: 1);
    }

    /// <summary>Every call of the first look and of the rollout, every fault.</summary>
    [Fact]
    [Trait("Category", "Proof")]
    public async Task A_fault_at_any_call_leaves_the_stale_services_fresh()
    {
        await using var world = await RedeploymentWorld.StartAsync();
        var generations = await PrepareAsync(world);
        var calls = await CountCallsAsync(world);
        var report = new StringBuilder();
        var (cases, absorbed) = (0, 0);
        foreach (var action in Actions)
        {
            for (var call = 1; call <= calls; call++)
            {
                var (before, value) = (world.Invocations.Count, $"{action}-{call}");
                world.Sandbox.Faults.Clear();
                var fault = world.Sandbox.Faults.Add(new FaultRule { Action = action, Caller = world.Function, FromCall = call });

                await world.PutAsync("db", value);
                await world.QuietAsync();

                cases++;
                // The change that was counted came before the first of these.
                ShouldBeFresh(world, value, generations, changes: cases + 1);
                var failed = world.Invocations.Skip(before).Count(one => !one.Succeeded);
                absorbed += failed == 0 ? 1 : 0;
                report.AppendLine(CultureInfo.InvariantCulture, $"| {action} | {call} | {fault.Fired} | {failed} |");
                var kills = action is FaultAction.KillCallerBefore or FaultAction.KillCallerAfter;
                failed.ShouldBe(kills ? fault.Fired : 0, $"{action} at call {call}");
            }
        }

        await MatrixReport.WriteAsync("redeployment-faults.md", string.Create(CultureInfo.InvariantCulture,
            $"{cases} cases over {calls} calls: all converged, {absorbed} absorbed without a failed invocation.\n\n| fault | call | struck | failed invocations |\n|---|---|---|---|\n{report}"));
    }

    private static async Task<Dictionary<string, int>> PrepareAsync(RedeploymentWorld world)
    {
        var db = await world.StoreAsync("db", "old");
        await world.CreateServiceAsync("web", db);
        await world.CreateServiceAsync("worker", db + ":::", count: 1);
        await world.CreateServiceAsync("without", null);
        await world.QuietAsync();
        // Events tell whole seconds: services made in the very second of their secret's creation are rightly replaced once already.
        return new[] { "web", "worker", "without" }.ToDictionary(service => service, service => Generations(world, service));
    }

    private static async Task<int> CountCallsAsync(RedeploymentWorld world)
    {
        var before = world.Sandbox.Calls.Snapshot().Count;
        await world.PutAsync("db", "counted");
        await world.QuietAsync();
        return world.Sandbox.Calls.Snapshot().Skip(before).Count(call => call.Caller == world.Function);
    }

    private static void ShouldBeFresh(RedeploymentWorld world, string value, Dictionary<string, int> before, int changes)
    {
        world.Holds("web").ShouldBe([value]);
        world.Holds("worker").ShouldBe([value]);
        // One a change: nobody's tasks were replaced twice.
        foreach (var (service, generations) in before)
        {
            Generations(world, service).ShouldBe(generations + (service == "without" ? 0 : changes), $"{service}\n{world.Story()}");
        }
    }

    private static int Generations(RedeploymentWorld world, string service) => world.Sandbox.Ecs.Tasks(RedeploymentWorld.Cluster, service).Select(task => task.StartedBy).Distinct().Count();
}
