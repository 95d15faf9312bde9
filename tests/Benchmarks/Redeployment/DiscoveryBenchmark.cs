using RotationLambdas.Benchmarks.Measuring;
using RotationLambdas.Benchmarks.Packages;

namespace RotationLambdas.Benchmarks.Redeployment;

/// <summary>Five secrets change at once in an account with 200 clusters of 50 services and 2,000 revisions. AWS calls are limited by the
/// floor: the fewest calls that can learn what has to be known.</summary>
internal static class DiscoveryBenchmark
{
    public static async Task<MarkdownTable> MeasureAsync(Variant variant)
    {
        MarkdownTable table = new("Discovery of 10,000 services, 5 secrets changed", "figure", "first run", "second run, warm cache");
        await using var account = await LargeAccount.StartAsync(variant);
        var first = await RunAsync(account);
        var second = await RunAsync(account);
        foreach (var operation in first.Calls.Keys.Union(second.Calls.Keys).Order(StringComparer.Ordinal))
        {
            table.Add(
                $"`{operation}` (floor {Floor(operation, warm: false)}, warm {Floor(operation, warm: true)})", Text(first.Calls, operation),
                Text(second.Calls, operation));
        }

        table.Add("CPU, s", Text(first.ProcessorSeconds), Text(second.ProcessorSeconds));
        table.Add("elapsed, s (at 100 reads and 50 updates a second)", Text(first.Seconds), Text(second.Seconds));
        table.Add("peak memory, MiB", Text(first.PeakMemory), Text(second.PeakMemory));
        return table;
    }

    private static async Task<Run> RunAsync(LargeAccount account)
    {
        var before = account.Sandbox.Calls.Snapshot().Count;
        var processor = account.ProcessorMilliseconds;
        var result = await account.DeliverAsync();
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"{result.ErrorType}: {result.ErrorMessage}");
        }

        var calls = account.Sandbox.Calls.Snapshot().Skip(before).Where(call => call.Caller == LargeAccount.Function)
            .GroupBy(call => call.Operation).ToDictionary(group => group.Key, group => group.Count());
        return new(
            calls, (account.ProcessorMilliseconds - processor) / 1000, result.Duration.TotalSeconds, (double)result.PeakMemory!.Value / (
            1 << 20));
    }

    private static string Floor(string operation, bool warm) => operation switch
    {
        "ListClusters" => "2",
        "ListServices" => "200",
        "DescribeServices" => "1,000",
        "DescribeTaskDefinition" => warm ? "0" : "2,000",
        "DescribeSecret" => "5",
        "UpdateService" => warm ? "0" : LargeAccount.ServicesWithAChangedSecret.ToString("N0", CultureInfo.InvariantCulture),
        _ => "–",
    };

    private static string Text(Dictionary<string, int> calls, string operation) =>
        calls.GetValueOrDefault(operation).ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double figure) => figure.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Run(Dictionary<string, int> Calls, double ProcessorSeconds, double Seconds, double PeakMemory);
}
