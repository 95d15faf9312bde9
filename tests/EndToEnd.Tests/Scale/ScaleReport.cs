using System.Globalization;
using System.Text;
using RotationLambdas.EndToEnd.Tests.Faults;
using RotationLambdas.ScaleSimulation;

namespace RotationLambdas.EndToEnd.Tests.Scale;

/// <summary>Writes what came of the runs as tables.</summary>
internal static class ScaleReport
{
    /// <summary>Writes artifacts/proof/scale.md.</summary>
    public static async Task WriteAsync(IReadOnlyList<ScaleFigures> runs)
    {
        var first = runs[0];
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# Scale: {first.Settings.Secrets:N0} secrets in one window, {first.Settings.Services:N0} services")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{runs.Sum(run => run.Simulated.TotalHours):0.0} simulated hours in {runs.Sum(run => run.Took.TotalSeconds):0} s, {runs.Sum(run => run.Jumps):N0} jumps of the clock. {first.Deployments.Count:N0} services hold secrets that rotate, {first.Deployments.Count(service => service.Secrets > 1):N0} of them two.")
            .AppendLine()
            .AppendLine("| run | rotated after | fresh: half | 95 % | all | deployments | twice | a minute | looks at all | read calls | throttled: secrets | ECS | came back |")
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var run in runs)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {run.Settings.Name} | {Minutes(run.RotationTook)} | {Minutes(run.TimeToFresh(0.5))} | {Minutes(run.TimeToFresh(0.95))} | {Minutes(run.TimeToFresh(1))} | {run.Deployments.Sum(service => service.Times):N0} | {run.Deployments.Count(service => service.Times > 1):N0} | {run.DeploymentsPerMinute:0} | {run.Discoveries} | {Reads(run):N0} | {Throttled(run, ofSecrets: true):N0} | {Throttled(run, ofSecrets: false):N0} | {run.Batches.Sum(batch => batch.Failed):N0} |");
        }

        text.AppendLine().AppendLine("Invocations of EcsRedeployment:").AppendLine()
            .AppendLine("| run | environments | invocations | messages in each | longest | throttled |")
            .AppendLine("|---|---:|---:|---:|---:|---|");
        foreach (var run in runs)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {run.Settings.Name} | {run.Environments} | {run.Invocations.Count:N0} | {run.Batches.Select(batch => batch.Size).DefaultIfEmpty().Average():0} | {run.Invocations.DefaultIfEmpty().Max().TotalSeconds:0} s | {string.Join(", ", run.ThrottledCalls.Select(call => $"{call.Key} {call.Value}"))} |");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Calls of the run \"{first.Settings.Name}\":").AppendLine().AppendLine("| call | times |").AppendLine("|---|---:|");
        foreach (var (call, times) in first.Calls.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {call} | {times:N0} |");
        }

        await MatrixReport.WriteAsync("scale.md", text.ToString());
    }

    private static string Minutes(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.0} min");

    private static int Reads(ScaleFigures run) => run.Calls
        .Where(call => call.Key is "ListClusters" or "ListServices" or "DescribeServices" or "DescribeTaskDefinition" or "ListTasks" or "DescribeTasks" or "ListServiceDeployments")
        .Sum(call => call.Value);

    private static int Throttled(ScaleFigures run, bool ofSecrets) => run.ThrottledCalls
        .Where(call => call.Key.Contains("Secret", StringComparison.Ordinal) == ofSecrets)
        .Sum(call => call.Value);
}
