namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Counts what an invocation did. docs/reference/redeployment.md lists the metrics.</summary>
internal static class MetricsOfInvocation
{
    public static void Write(EmbeddedMetrics metrics, int events, int notUnderstood, IReadOnlyList<ReconciliationResult> parts)
    {
        var results = parts.SelectMany(part => part.Results).ToList();
        var reports = parts.SelectMany(part => part.Reports).SelectMany(report => report.Services).ToList();
        int Services(ServiceState state) =>
            reports.Where(report => report.State == state).Select(report => report.Result.Plan.Service.Key).Distinct().Count();

        int Secrets(SecretState state) => parts.SelectMany(part => part.Reports).Count(report => report.State == state);
        metrics.Write("Count", new Dictionary<string, double>
        {
            ["Events"] = events,
            ["EventsNotUnderstood"] = notUnderstood,
            ["ServicesScanned"] = parts.Sum(part => part.ServicesSeen),
            ["ServicesRedeployed"] = results.Count(result => result.Outcome is RolloutOutcome.Done),
            ["ServicesPostponed"] = results.Count(result => result.Outcome is RolloutOutcome.Later),
            ["ServicesNeedingAttention"] = Services(ServiceState.NeedsAttention),
            ["ServicesUnverified"] = Services(ServiceState.Unverified),
            ["ServicesOverdue"] = Services(ServiceState.Overdue),
            ["ServicesFailed"] = Services(ServiceState.Failed),
            ["SecretsHalted"] = Secrets(SecretState.Halted),
            ["SecretsUnverified"] = Secrets(SecretState.Unverified),
        });
        foreach (var reason in results.Where(result => result.Plan.Decision is Decision.Skip).GroupBy(result => result.Plan.Reason))
        {
            metrics.Write(
                "Count", new Dictionary<string, double> { ["ServicesSkipped"] = reason.Count() }, ("Reason", reason.Key.ToString()));
        }

        foreach (var seconds in parts.SelectMany(part => part.SecondsToFresh))
        {
            metrics.Write("Seconds", new Dictionary<string, double> { ["SecondsToFresh"] = Math.Round(seconds, 1) });
        }

        foreach (var overdue in parts.Select(part => part.OverdueForRotation).OfType<int>())
        {
            metrics.Write("Count", new Dictionary<string, double> { ["SecretsOverdueForRotation"] = overdue });
        }
    }
}
