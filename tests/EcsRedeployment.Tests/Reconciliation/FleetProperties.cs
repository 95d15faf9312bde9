using Xunit.Abstractions;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

/// <summary>Random fleets on the sandbox's Amazon ECS, with good and bad values, releases, roll-backs by hand, two processes at once, of
/// one stack or of two, that alternate call by call, and events and messages of the function to itself that are lost, repeated and out of
/// order.</summary>
public sealed class FleetProperties(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_fleet_ends_fresh_or_reported_and_nobody_is_deployed_twice()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("FLEET_SEED"), out var seed) ? seed : 1;
        var count = int.TryParse(Environment.GetEnvironmentVariable("FLEET_COUNT"), out var given) ? given : 25;
        List<string> failed = [];
        List<double> windows = [];
        for (var one = first; one < first + count; one++)
        {
            await using var run = new FleetRun(one, await Account.StartAsync(FleetRun.Options(one), FleetRun.OtherOptions(one)));
            await run.RunAsync();
            output.WriteLine($"FLEET_SEED={one}: {run}");
            windows.AddRange(run.Windows);
            if (run.Problems.Count > 0)
            {
                failed.Add($"FLEET_SEED={one}\n{string.Join('\n', run.Story)}");
            }
        }

        windows.Sort();
        output.WriteLine(
            $"The window of {windows.Count} deployments: median {windows[windows.Count / 2]:0.0} ms, longest {windows[^1]:0} ms.");
        failed.ShouldBeEmpty();
    }
}
