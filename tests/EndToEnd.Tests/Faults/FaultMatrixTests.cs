using System.Diagnostics;

namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>Whatever goes wrong, wherever: the rotation arrives.</summary>
[Trait("Category", "Proof")]
public sealed class FaultMatrixTests
{
    private const int SampleOfEachKind = 1;

    [Fact]
    public async Task A_fault_at_any_AWS_call_or_database_message_of_a_rotation_is_survived()
    {
        var started = Stopwatch.GetTimestamp();
        var cases = await CasesAsync();

        var outcomes = await Lanes.RunAsync(cases, ProofExtent.IsFull ? 4 : 2, FaultWorld.StartAsync, (world, one) => world.RunAsync(one));

        await MatrixReport.WriteAsync(outcomes, Stopwatch.GetElapsedTime(started));
        outcomes.Count.ShouldBeGreaterThanOrEqualTo(cases.Count);
        outcomes.Where(one => !one.IsGood).Select(one => one.ToString()).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<FaultCase>> CasesAsync()
    {
        await using var world = await FaultWorld.StartAsync();
        var all = new List<FaultCase>();
        foreach (var scenario in Scenario.All)
        {
            var (calls, messages) = await world.ListenAsync(scenario);
            all.AddRange(FaultCases.All(scenario, calls, messages));
        }

        // The outages first: they take longest, and the other lanes fill the time.
        return ProofExtent.IsFull ? [.. all.OrderBy(one => one.Kind != FaultKind.Outage)] : FaultCases.Sample(all, SampleOfEachKind);
    }
}
