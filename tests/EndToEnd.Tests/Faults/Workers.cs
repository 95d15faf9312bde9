namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>Runs many cases on a few fixtures at the same time: most of a case's time is waiting.</summary>
internal static class Workers
{
    /// <summary>Takes one case after the other, in order, with as many fixtures as there are workers.</summary>
    public static async Task<IReadOnlyList<TOutcome>> RunAsync<TFixture, TCase, TOutcome>(
        IReadOnlyCollection<TCase> cases, int workers, Func<Task<TFixture>> start, Func<TFixture, TCase, Task<TOutcome>> run)
        where TFixture : IAsyncDisposable
    {
        var waiting = new ConcurrentQueue<TCase>(cases);
        var done = new ConcurrentQueue<TOutcome>();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(workers, cases.Count)).Select(_ => WorkAsync()));
        return [.. done];

        async Task WorkAsync()
        {
            await using var fixture = await start();
            while (waiting.TryDequeue(out var next))
            {
                done.Enqueue(await run(fixture, next));
            }
        }
    }
}
