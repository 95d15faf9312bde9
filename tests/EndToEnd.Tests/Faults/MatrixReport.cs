namespace RotationLambdas.EndToEnd.Tests.Faults;

/// <summary>Writes what came of the cases as a table.</summary>
internal static class MatrixReport
{
    private static readonly Lock Noting = new();

    /// <summary>Writes artifacts/faults/fault-matrix.md.</summary>
    public static async Task WriteAsync(IReadOnlyList<CaseOutcome> outcomes, TimeSpan duration)
    {
        var text = new StringBuilder()
            .AppendLine(
                CultureInfo.InvariantCulture, $"# Fault matrix: PostgresRotation ({(FaultCases.IsFull ? "all cases" : "a sample")})")
            .AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"{outcomes.Count} cases in {duration.TotalSeconds:0} s: {outcomes.Count(one => one.Converged)} converged, "
                    + $"{outcomes.Count(one => one.IsAbsorbed)} absorbed inside the invocation.")
            .AppendLine(
                "A kill cannot be absorbed; a single user cannot log in between setSecret and finishSecret, with or without a fault.")
            .AppendLine()
            .AppendLine(
                "| rotation | at | fault | cases | converged | absorbed | AWSCURRENT usable throughout | longest refusal | slowest |")
            .AppendLine("|---|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var group in outcomes.GroupBy(
            one => (one.Case.Scenario.IsAlternating, one.Case.Scenario.IsLater, one.Case.Place, one.Case.Kind)).OrderBy(group => group.Key))
        {
            var first = group.First().Case;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {first.Scenario} | {NameOf(first.Place)} | {NameOf(first)} | {group.Count()} | {group.Count(one => one.Converged)} | "
                    + $"{group.Count(one => one.IsAbsorbed)} | {group.Count(one => one.Refusals == 0)} | "
                    + $"{group.Max(one => one.LongestRefusal).TotalMilliseconds:0} ms | {group.Max(one => one.Duration).TotalSeconds:0.0} "
                    + $"s |");
        }

        foreach (var bad in outcomes.Where(one => !one.IsGood))
        {
            text.AppendLine().AppendLine("```").AppendLine(bad.ToString()).AppendLine("```");
        }

        await WriteAsync("fault-matrix.md", text.ToString());
    }

    /// <summary>Adds a case to artifacts/faults/fault-matrix.log: it shows how far a long run has come, and what it found should it be
    /// cut off.</summary>
    public static void Note(CaseOutcome outcome)
    {
        lock (Noting)
        {
            File.AppendAllText(PathOf("fault-matrix.log"), $"{(outcome.IsGood ? "good" : "BAD ")} {outcome.Case}\n");
        }
    }

    /// <summary>Writes one file of artifacts/faults.</summary>
    public static Task WriteAsync(string name, string text) => File.WriteAllTextAsync(PathOf(name), text);

    private static string PathOf(string name) =>
        Path.Combine(Directory.CreateDirectory(Repository.PathOf("artifacts", "faults")).FullName, name);

    private static string NameOf(FaultPlace place) => place == FaultPlace.AwsCall ? "AWS call" : "database message";

    private static string NameOf(FaultCase one) => one.Kind switch
    {
        FaultKind.KillBefore => "kill -9 before",
        FaultKind.KillAfter => "kill -9 after",
        FaultKind.DropBefore => "connection dropped before",
        FaultKind.DropAfter when one.Place == FaultPlace.AwsCall => "reply lost",
        FaultKind.DropAfter => "connection dropped after",
        FaultKind.Throttle => "throttled",
        FaultKind.InternalError => "status 500",
        _ => "outage of 20 s",
    };
}
