using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Benchmarks.Rotation;

/// <summary>Whole rotations of one user on the packaged function, over verified TLS, with the process new and with the process
/// warm.</summary>
internal static class RotationBenchmark
{
    public static async Task<MarkdownTable> MeasureAsync(IReadOnlyList<Variant> variants, int runs)
    {
        MarkdownTable table = new(
            "Rotation",
            "package", "cold: start to first answer, ms", "cold rotation, ms", "warm rotation, ms", "warm rotation, CPU ms",
                "peak memory, MiB", "peak after all, MiB", "AWS calls", "logins");
        foreach (var variant in variants)
        {
            await using var bench = await RotationBench.StartAsync(variant);
            await MeasureAsync(table, variant, bench, runs);
        }

        return table;
    }

    private static async Task MeasureAsync(MarkdownTable table, Variant variant, RotationBench bench, int runs)
    {
        Samples firstAnswer = new(), coldRotation = new(), warmRotation = new(), memory = new();
        IReadOnlyList<InvocationResult> steps = [];
        for (var run = 0; run < runs; run++)
        {
            bench.KillFunction();
            steps = Steps(await bench.RotateAsync());
            firstAnswer.Add((steps[0].InitDuration!.Value + steps[0].Duration).TotalMilliseconds);
            coldRotation.Add(firstAnswer.Last + steps.Skip(1).Sum(step => step.Duration.TotalMilliseconds));
            memory.Add(PeakMemory(steps));
        }

        await bench.ForgetCountsAsync();
        var before = bench.ProcessorMilliseconds;
        for (var run = 0; run < runs; run++)
        {
            steps = Steps(await bench.RotateAsync());
            warmRotation.Add(steps.Sum(step => step.Duration.TotalMilliseconds));
        }

        var processor = (bench.ProcessorMilliseconds - before) / runs;
        table.Add(
            variant.Name, firstAnswer.ToString(), coldRotation.ToString(), warmRotation.ToString(),
            processor.ToString("0.0", CultureInfo.InvariantCulture), memory.ToString(),
            PeakMemory(steps).ToString("0.0", CultureInfo.InvariantCulture), bench.CallsPerRotation(runs),
            await bench.LoginsPerRotationAsync(runs));
    }

    private static double PeakMemory(IReadOnlyList<InvocationResult> steps) => (double)steps[^1].PeakMemory!.Value / (1 << 20);

    private static IReadOnlyList<InvocationResult> Steps(RotationOutcome outcome) =>
        outcome is { Result: RotationResult.Succeeded, Attempts: [{ Steps: { } steps }] }
            ? [.. steps.Select(step => step.Invocation)]
            : throw new InvalidOperationException($"A rotation failed: {outcome.Attempts[^1].Error}");
}
