using System.Collections.Concurrent;
using RotationLambdas.EcsRedeployment.Changes;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Rollout;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>
/// Goes from what events tell to fresh services: what changed, who refers to it, what is done about each, and what came of it. One look at
/// all services serves a whole batch, however many secrets changed.
/// </summary>
internal sealed class Reconciler(
    ChangeReader changeReader, ServiceScanner scanner, TaskDefinitionCache definitions, PlanMaker planMaker, RolloutRunner rollout, Reporter reporter, ConsumerIndex index,
    RedeploymentOptions options, TimeProvider clock)
{
    /// <summary>Deals with changes of secrets and with sweeps.</summary>
    /// <param name="deliveries">Changes, requests and sweeps; the others are left alone.</param>
    /// <param name="isDryRun">Whether to plan and tell only.</param>
    /// <param name="log">The invocation's log.</param>
    /// <param name="cancellationToken">Cancelled shortly before the invocation's time runs out.</param>
    public async Task<ReconciliationResult> RunAsync(
        IReadOnlyList<Delivery> deliveries, bool isDryRun, Log log, CancellationToken cancellationToken)
    {
        var done = new ReconciliationResult();
        var reading = await changeReader.ReadAsync(deliveries, cancellationToken);
        foreach (var (messages, problem) in reading.Problems)
        {
            done.Problems.Add(problem);
            done.Again.UnionWith(messages);
        }

        reading.Notes.ForEach(log.Note);
        var sweeps = deliveries.Where(delivery => delivery.Trigger is Sweep).ToList();
        var origins = reading.Changes.ToList();
        if (origins.Count == 0 && sweeps.Count == 0)
        {
            return done;
        }

        var scan = await ScanAsync(origins, sweeps.Count > 0, log, cancellationToken);
        done.ServicesSeen = scan.Seen;
        done.Problems.AddRange(scan.Permanent);
        if (!scan.Problems.IsEmpty)
        {
            // A service that could not be looked at may be stale: the messages come again. Whoever is fresh by then is left alone.
            done.Problems.AddRange(scan.Problems);
            done.Again.UnionWith(deliveries.Where(delivery => delivery.Trigger is SecretChange or ParameterChange or ManualRequest or Sweep));
        }

        if (sweeps.Count > 0)
        {
            await AddReferencedAsync(scan, origins, done, log, cancellationToken);
        }

        origins.ForEach(origin => log.ChangeFound(origin.Change));
        var isRepeated = sweeps.Count > 0 || deliveries.Any(delivery => delivery.ReceiveCount > 1);
        var plans = await planMaker.MakeAsync(scan.Services, origins, isRepeated, done.Problems, cancellationToken);
        done.Results.AddRange(isDryRun
            ? plans.Select(plan => new RolloutResult(plan, RolloutOutcome.NotTried))
            : await rollout.RunAsync(plans, cancellationToken));
        done.Again.UnionWith(ToRepeat(done.Results, origins));
        done.Reports.AddRange(await reporter.MakeAsync(origins, done.Results, cancellationToken));
        return done;
    }

    private async Task<Scan> ScanAsync(List<ChangeOrigin> origins, bool everything, Log log, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var keys = origins.SelectMany(origin => origin.Change.Keys).ToHashSet();
        var scan = await scanner.ScanAsync(reference => everything || keys.Contains(reference.Source), cancellationToken);
        index.Note(scan, started);
        log.Scanned(scan.Seen, scan.Services.Count, (clock.GetUtcNow() - started).TotalSeconds);
        foreach (var gone in scan.Gone)
        {
            log.Gone(gone);
        }

        foreach (var problem in scan.MisnamedInTags)
        {
            log.MisnamedInTag(problem);
        }

        while (definitions.Malformed.TryDequeue(out var malformed))
        {
            log.Malformed(malformed.TaskDefinition, malformed.Problem);
        }

        return scan;
    }

    /// <summary>A sweep asks about every secret that any service refers to.</summary>
    private async Task AddReferencedAsync(
        Scan scan, List<ChangeOrigin> origins, ReconciliationResult done, Log log, CancellationToken cancellationToken)
    {
        var told = origins.SelectMany(origin => origin.Change.Keys).ToHashSet();
        var keys = scan.Services.SelectMany(service => service.References.Select(reference => reference.Source)).Distinct()
            .Where(key => !told.Contains(key)).ToList();
        var found = new ChangeOrigin?[keys.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ScanConcurrency, CancellationToken = cancellationToken };
        var (problems, forbidden) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await Parallel.ForEachAsync(keys.Index(), parallel, async (item, cancel) =>
            found[item.Index] = await changeReader.ReadReferencedAsync(item.Item, problems.Enqueue, forbidden.Enqueue, cancel));
        done.Problems.AddRange(problems);
        if (!forbidden.IsEmpty)
        {
            log.Forbidden(forbidden.Count, forbidden.Order().First());
        }

        // A name and an ARN of one secret are two keys and one secret.
        origins.AddRange(found.OfType<ChangeOrigin>().DistinctBy(origin => origin.Change.Arn).ExceptBy(origins.Select(o => o.Change.Arn), o => o.Change.Arn));
        done.OverdueForRotation = origins.Count(origin => origin.Facts?.IsOverdueForRotation(clock.GetUtcNow()) is true);
    }

    /// <summary>The messages whose secrets have left a service stale that could not be dealt with. A sweep comes again by itself.</summary>
    private static IEnumerable<Delivery> ToRepeat(IEnumerable<RolloutResult> results, List<ChangeOrigin> origins)
    {
        var unfinished = results
            .Where(result => result.Outcome is RolloutOutcome.Later or RolloutOutcome.Failed)
            .SelectMany(result => result.Plan.SecretStates)
            .Where(state => state.FreshnessState is FreshnessState.Stale)
            .Select(state => state.Change.Arn)
            .ToHashSet();
        return origins.Where(origin => unfinished.Contains(origin.Change.Arn)).SelectMany(origin => origin.Deliveries);
    }
}
