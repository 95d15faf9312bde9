namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Reports for every changed secret the state of the services and tasks that refer to it.</summary>
internal sealed class Reporter(FailureReader failures, TaskReader tasks, RedeploymentOptions options, TimeProvider clock)
{
    /// <summary>A broken cluster may have thousands of failed services; the causes of so many are quoted.</summary>
    private const int MostCauses = 20;

    /// <summary>Longer than the time between two sweeps: what changed since is reported by a sweep once more, in case its events were
    /// lost.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(4);

    /// <summary>A report has its own time, for what was done is reported even when the invocation's time ran out.</summary>
    private static readonly TimeSpan TimeForDetails = TimeSpan.FromSeconds(10);

    /// <summary>Makes the reports, one a secret. A sweep reports only secrets that services refer to.</summary>
    public async Task<IReadOnlyList<SecretReport>> MakeAsync(
        ReconciliationRequest request, IReadOnlyList<ChangeOrigin> origins, IReadOnlyList<RolloutResult> results, ScanScope scope)
    {
        using var timeout = new CancellationTokenSource(TimeForDetails, clock);
        var now = clock.GetUtcNow();
        var reports = results
            .SelectMany(result => result.Plan.SecretStates, (result, state) => new ServiceReport(
                result, state, ServiceReport.StateOf(result, state, now, options.OverdueAfter)))
            .ToList();
        var causes = await CausesAsync(reports, timeout.Token);
        var bySecret = reports.ToLookup(report => report.Freshness.Change.Arn);
        var secrets = origins.Where(origin => !request.IsSweep || bySecret.Contains(origin.Change.Arn))
            .Select(origin => new SecretReport(origin,
            [.. bySecret[origin.Change.Arn]
                .Select(report => report with { Cause = causes.GetValueOrDefault(report.Result.Plan.Service.Key) })
                .OrderByDescending(report => ServiceReport.Severity(report.State))
                .ThenBy(report => report.Result.Plan.Service.Arn, StringComparer.Ordinal)], scope)
            {
                IsReminder = request.IsSweep,
                RecentSince = now - Recent,
            }).ToList();
        return await WithStandaloneAsync(secrets, timeout.Token);
    }

    /// <summary>Before a secret's final state is reported, the tasks outside services are read: jobs, schedules, workflows.</summary>
    private async Task<IReadOnlyList<SecretReport>> WithStandaloneAsync(
        IReadOnlyList<SecretReport> secrets, CancellationToken cancellationToken)
    {
        var settled = secrets.Where(secret => secret is { IsNews: true, IsFinal: true }).ToList();
        if (settled.Count == 0)
        {
            return secrets;
        }

        var keys = settled.SelectMany(secret => secret.Origin.Change.Keys).ToHashSet();
        try
        {
            var clusters = settled[0].Scope.Clusters;
            var reading = await tasks.ReadAsync(
                [], clusters, new Dictionary<string, int>(), reference => keys.Contains(reference.Source), cancellationToken);
            return [.. secrets.Select(secret => !settled.Contains(secret) ? secret : secret with
            {
                Standalone = [
                    .. reading.Standalone.Where(task => IsStale(task, secret.Origin.Change))
                        .OrderBy(task => task.Arn, StringComparer.Ordinal)],
                Scope = secret.Scope with
                {
                    IsUnfinished = !reading.Problems.IsEmpty,
                    Unreadable = [.. secret.Scope.Unreadable, .. reading.Permanent],
                },
            })];
        }
        catch (OperationCanceledException)
        {
            return [.. secrets.Select(
                secret => settled.Contains(secret) ? secret with { Scope = secret.Scope with { IsUnfinished = true } } : secret)];
        }
    }

    private static bool IsStale(StandaloneTask task, Change change) => task.References.Any(reference =>
        reference is { IsReadAtTaskStart: true } && change.IsReadBy(reference)
        && (reference.VersionId is { } version ? version != change.CurrentVersion
            : change.TimeFor(reference) is { } time && task.CreatedAt < time.Known));

    private async Task<Dictionary<string, FailureCause?>> CausesAsync(List<ServiceReport> reports, CancellationToken cancellationToken)
    {
        var causes = new Dictionary<string, FailureCause?>();
        var failed = reports
            .Where(report =>
                report.State is ServiceState.Failed or ServiceState.Overdue && report.Result.Outcome is not RolloutOutcome.Failed)
            .Select(report => report.Result.Plan.Service)
            .DistinctBy(service => service.Key)
            .Take(MostCauses);
        foreach (var service in failed)
        {
            try
            {
                causes[service.Key] = await failures.ReadAsync(service, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return causes;
    }
}
