using System.Collections.Concurrent;

namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>Runs many cases in a few worlds at the same time: most of a case's time is waiting.</summary>
internal static class Workers
{
    /// <summary>Takes one case after the other, in order, in as many worlds as there are lanes.</summary>
    public static async Task<IReadOnlyList<TOutcome>> RunAsync<TFixture, TCase, TOutcome>(
        IReadOnlyCollection<TCase> cases, int lanes, Func<Task<TFixture>> start, Func<TFixture, TCase, Task<TOutcome>> run)
        where TFixture : IAsyncDisposable
    {
        var waiting = new ConcurrentQueue<TCase>(cases);
        var done = new ConcurrentQueue<TOutcome>();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(lanes, cases.Count)).Select(_ => LaneAsync()));
        return [.. done];

        async Task LaneAsync()
        {
            await using var fixture = await start();
            while (waiting.TryDequeue(out var next))
            {
                done.Enqueue(await run(fixture, next));
            }
        }
    }
}
