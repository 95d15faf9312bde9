namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>A rotation converges after any fault.</summary>
[Trait("Category", "Faults")]
public sealed class FaultMatrixTests
{
    private const int SampleOfEachKind = 1;
    private const int WorkersOfOutages = 30;
    private const int OtherWorkers = 4;

    [Fact]
    public async Task A_rotation_survives_a_fault_at_any_call_or_message()
    {
        var started = Stopwatch.GetTimestamp();
        var cases = await CasesAsync();

        // An outage is twenty seconds of waiting, everything else is work for the processor: both at once, so that neither waits for the
        // other.
        var outcomes = (await Task.WhenAll(
            RunAsync(cases.Where(one => one.Kind == FaultKind.Outage), WorkersOfOutages),
            RunAsync(cases.Where(one => one.Kind != FaultKind.Outage), OtherWorkers))).SelectMany(one => one).ToList();

        await MatrixReport.WriteAsync(outcomes, Stopwatch.GetElapsedTime(started));
        outcomes.Count.ShouldBeGreaterThanOrEqualTo(cases.Count);
        outcomes.Where(one => !one.IsGood).Select(one => one.ToString()).ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<CaseOutcome>> RunAsync(IEnumerable<FaultCase> cases, int workers) =>
        Workers.RunAsync([.. cases], workers, FaultFixture.StartAsync, async (fixture, one) =>
        {
            var outcome = await fixture.RunAsync(one);
            MatrixReport.Note(outcome);
            return outcome;
        });

    private static async Task<IReadOnlyList<FaultCase>> CasesAsync()
    {
        await using var fixture = await FaultFixture.StartAsync();
        var all = new List<FaultCase>();
        foreach (var scenario in Scenario.All)
        {
            var (calls, messages) = await fixture.ListenAsync(scenario);
            all.AddRange(FaultCases.All(scenario, calls, messages));
        }

        return FaultCases.IsFull ? all : FaultCases.Sample(all, SampleOfEachKind);
    }
}
