using Xunit.Abstractions;

namespace RotationLambdas.EcsRedeployment.Tests.Reconciliation;

/// <summary>Random fleets on the sandbox's Amazon ECS, with good and bad values, releases, roll-backs by hand, and events that are lost,
/// repeated and out of order. Messages of the function to itself are late and repeated, never lost: Amazon SQS keeps them.</summary>
public sealed class FleetProperties(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_fleet_ends_fresh_or_reported_and_nobody_is_deployed_twice()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("FLEET_SEED"), out var seed) ? seed : 1;
        var count = int.TryParse(Environment.GetEnvironmentVariable("FLEET_COUNT"), out var given) ? given : 25;
        List<string> failed = [];
        for (var one = first; one < first + count; one++)
        {
            await using var run = new FleetRun(one, await Account.StartAsync(FleetRun.Options(one)));
            await run.RunAsync();
            output.WriteLine($"FLEET_SEED={one}: {run}");
            if (run.Problems.Count > 0)
            {
                failed.Add($"FLEET_SEED={one}\n{string.Join('\n', run.Story)}");
            }
        }

        failed.ShouldBeEmpty();
    }
}
