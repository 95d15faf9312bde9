namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>From messages to fresh services: read what changed, scan for the services that refer to it, plan, roll out, report. Each stage
/// returns a record. One scan serves a whole batch, however many secrets changed.</summary>
internal sealed class Reconciler(
    ChangeFinder changes, ConsumerFinder consumers, PlanMaker planMaker, RolloutRunner rollout, Reporter reporter,
    Continuation continuation, OverdueRotations overdue, ConsumerIndex index, TimeProvider clock)
{
    /// <param name="cancellationToken">Cancelled shortly before the invocation's time runs out. What was done by then is reported all the
    /// same.</param>
    public async Task<ReconciliationResult> RunAsync(ReconciliationRequest request, Log log, CancellationToken cancellationToken)
    {
        var found = await changes.FindAsync(request.Deliveries, cancellationToken);
        foreach (var note in found.Notes)
        {
            log.Note(note);
        }

        if (found.Origins.Count == 0 && !request.IsSweep)
        {
            return new ReconciliationResult { Retry = [.. found.Retry], Problems = found.Problems };
        }

        // Once a sweep, before the scan, which may continue in other invocations.
        var overdueForRotation = request.Deliveries.Any(delivery => delivery.Trigger is Sweep)
            ? await overdue.CountAsync(log, cancellationToken) : null;
        var until = continuation.CanContinue ? request.ScanUntil : DateTimeOffset.MaxValue;
        var scan = await consumers.FindAsync(request, found.Origins, until, log, cancellationToken);
        var notContinued = await continuation.ContinueScanAsync(request, scan, CancellationToken.None);
        var swept = request.IsSweep ? await changes.ReadReferencedAsync(
            scan.Services.SelectMany(service => service.References.Select(reference => reference.Source)), found.Origins, cancellationToken)
                : ([], [], []);
        if (swept.Forbidden.Count > 0)
        {
            log.Forbidden(swept.Forbidden.Count, swept.Forbidden.Order().First());
        }

        IReadOnlyList<ChangeOrigin> origins = [
            .. found.Origins, .. swept.Origins.ExceptBy(found.Origins.Select(o => o.Change.Arn), o => o.Change.Arn)];
        // Services that were looked up are in some of the clusters in question; the index knows all.
        var tasksByCluster = scan.TasksByCluster.Count > index.TasksByCluster.Count ? scan.TasksByCluster : index.TasksByCluster;
        var planned = await planMaker.MakeAsync([.. scan.Services], origins, tasksByCluster, cancellationToken);
        foreach (var origin in planned.Origins)
        {
            log.ChangeFound(origin.Change);
        }

        var results = request.IsDryRun ? [.. planned.Plans.Select(plan => new RolloutResult(plan, RolloutOutcome.NotTried))]
            : await rollout.RunAsync(planned.Plans, cancellationToken);
        var isLeft = !scan.Problems.IsEmpty || planned.Problems.Any(problem => !problem.IsPermanent) || notContinued is not null;
        var scope = new ScanScope(
            [.. tasksByCluster.Keys.Order(StringComparer.Ordinal)], scan.Seen, isLeft || scan.Next is not null,
            [.. scan.Permanent, .. planned.Problems.Where(problem => problem.IsPermanent).Select(problem => problem.Text)]);
        var reported = await reporter.MakeAsync(request, planned.Origins, results, scope);
        var (isSent, notSent) = await continuation.ContinueRolloutAsync(request, reported, CancellationToken.None);
        isLeft |= scan.Next is null && reported.Any(report => report.Scope.IsUnfinished);
        return new ReconciliationResult
        {
            ServicesSeen = scan.Seen,
            OverdueForRotation = overdueForRotation,
            Results = results,
            Reports = reported,
            SecondsToFresh = request.IsEndedOnly ? [.. SecondsToFresh(reported)] : [],
            Retry = [.. found.Retry, .. isLeft ? request.Deliveries : [], .. isSent ? [] : ToRetry(results, planned.Origins)],
            Problems = [
                .. found.Problems, .. scan.Permanent, .. scan.Problems, .. swept.Problems,
                .. planned.Problems.Select(problem => problem.Text), .. new[] { notContinued, notSent }.OfType<string>()],
        };
    }

    private IEnumerable<double> SecondsToFresh(IEnumerable<SecretReport> reports) => reports
        .Where(report => report.State is SecretState.Fresh && report.ChangedAt is not null)
        .Select(report => (clock.GetUtcNow() - report.ChangedAt!.Value).TotalSeconds);

    /// <summary>The messages of secrets whose services wait. A sweep is repeated by its schedule.</summary>
    private static IEnumerable<Delivery> ToRetry(IEnumerable<RolloutResult> results, IReadOnlyList<ChangeOrigin> origins)
    {
        var unfinished = results
            .Where(result => result.Outcome is RolloutOutcome.Later && result.Plan.Reason is not Reason.WindowClosed)
            .SelectMany(result => result.Plan.SecretStates)
            .Where(state => state.State is FreshnessState.Stale)
            .Select(state => state.Change.Arn)
            .ToHashSet();
        return origins.Where(origin => unfinished.Contains(origin.Change.Arn)).SelectMany(origin => origin.Deliveries);
    }
}
