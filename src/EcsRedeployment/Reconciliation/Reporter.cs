using RotationLambdas.EcsRedeployment.Changes;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Rollout;

namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Says for every changed secret how all the services stand that refer to it.</summary>
internal sealed class Reporter(FailureReader failures, RedeploymentOptions options, TimeProvider clock)
{
    /// <summary>A broken cluster may have thousands of failed services; the causes of so many are quoted.</summary>
    private const int MostCauses = 20;

    /// <summary>Makes the reports, one a secret that services refer to.</summary>
    public async Task<IReadOnlyList<SecretReport>> MakeAsync(
        IReadOnlyList<ChangeOrigin> origins, IReadOnlyList<RolloutResult> results, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var reports = results
            .SelectMany(result => result.Plan.SecretStates, (result, state) => new ServiceReport(
                result, state, ServiceReport.StateOf(result, state, now, options.OverdueAfter)))
            .ToList();
        var causes = await CausesAsync(reports, cancellationToken);
        var bySecret = reports.ToLookup(report => report.FreshnessState.Change.Arn);
        return [.. origins.Where(origin => bySecret.Contains(origin.Change.Arn)).Select(origin => new SecretReport(origin,
            [.. bySecret[origin.Change.Arn]
                .Select(report => report with { Cause = causes.GetValueOrDefault(report.Result.Plan.Service.Arn) })
                .OrderByDescending(report => report.State)
                .ThenBy(report => report.Result.Plan.Service.Arn, StringComparer.Ordinal)]))];
    }

    private async Task<Dictionary<string, FailureCause?>> CausesAsync(List<ServiceReport> reports, CancellationToken cancellationToken)
    {
        var causes = new Dictionary<string, FailureCause?>();
        var failed = reports
            .Where(report => report.State is ServiceState.Failed or ServiceState.Overdue && report.Result.Outcome is not RolloutOutcome.Failed)
            .Select(report => report.Result.Plan.Service)
            .DistinctBy(service => service.Arn)
            .Take(MostCauses);
        foreach (var service in failed)
        {
            causes[service.Arn] = await failures.ReadAsync(service, cancellationToken);
        }

        return causes;
    }
}
