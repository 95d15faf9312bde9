namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Finds the changes that messages are about: those that events report, and those that followed a deployment that has
/// ended.</summary>
internal sealed class ChangeFinder(
    ChangeReader changeReader, ServiceScanner scanner, PlanMaker planMaker, DeploymentHistory history, RedeploymentOptions options,
    TimeProvider clock)
{
    /// <summary>A deployment that ends later than this after a secret's change most likely has another reason. The sweep reports in any
    /// case.</summary>
    private static readonly TimeSpan Concerned = TimeSpan.FromDays(1);

    public async Task<ChangesFound> FindAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var reading = await changeReader.ReadAsync(deliveries, cancellationToken);
        var origins = reading.Changes.Select(Resumed).ToList();
        var problems = reading.Problems.Select(problem => problem.Problem).ToList();
        var retry = reading.Problems.SelectMany(problem => problem.Deliveries).ToList();
        var ended = deliveries.Where(delivery => delivery.Trigger is ServiceChange change && options.Clusters.Includes(change.Cluster))
            .ToList();
        if (ended.Count > 0)
        {
            var scan = await scanner.LookAsync(
                ended.Select(delivery => (ServiceChange)delivery.Trigger)
                    .Select(change => new ServiceAddress(change.Cluster, change.Service.ToString())),
                _ => true, cancellationToken);
            problems.AddRange([.. scan.Problems, .. scan.Permanent]);
            retry.AddRange(scan.Problems.IsEmpty ? [] : ended);
            origins.AddRange(await OfServicesAsync([.. scan.Services], origins, problems, cancellationToken));
        }

        return new ChangesFound(origins, problems, reading.Notes, retry);
    }

    /// <summary>Reads every secret that services refer to and that is not known yet.</summary>
    /// <returns>The secrets, and a remark about those that the role may not read; null without such.</returns>
    public async Task<(
        IReadOnlyList<ChangeOrigin> Origins, IReadOnlyList<string> Problems, IReadOnlyList<string> Forbidden)> ReadReferencedAsync(
        IEnumerable<SourceKey> sources, IEnumerable<ChangeOrigin> known, CancellationToken cancellationToken)
    {
        var reported = known.SelectMany(origin => origin.Change.Keys).ToHashSet();
        var keys = sources.Distinct().Where(key => !reported.Contains(key)).ToList();
        var found = new ChangeOrigin?[keys.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ScanConcurrency, CancellationToken = cancellationToken };
        var (problems, forbidden) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await Parallel.ForEachAsync(keys.Index(), parallel, async (item, cancel) =>
            found[item.Index] = await changeReader.ReadReferencedAsync(item.Item, problems.Enqueue, forbidden.Enqueue, cancel));

        // A name and an ARN of one secret are two keys and one secret.
        return ([.. found.OfType<ChangeOrigin>().DistinctBy(origin => origin.Change.Arn)], [.. problems], [.. forbidden]);
    }

    /// <summary>A person who names a secret wants its rollout to go on, also after failures.</summary>
    private ChangeOrigin Resumed(ChangeOrigin origin) =>
        origin.Deliveries.Select(delivery => delivery.Trigger).OfType<ManualRequest>()
            .FirstOrDefault(request => !request.DryRun) is not { } request ? origin
        : origin with { Change = origin.Change with { ResumedAt = request.RequestedAt ?? clock.GetUtcNow() } };

    /// <summary>The changes that the deployments of these services may have followed.</summary>
    private async Task<IReadOnlyList<ChangeOrigin>> OfServicesAsync(
        IReadOnlyList<ServiceSnapshot> services, List<ChangeOrigin> known, List<string> problems, CancellationToken cancellationToken)
    {
        var referenced = await ReadReferencedAsync(
            services.SelectMany(service => service.References.Select(reference => reference.Source)), known, cancellationToken);
        problems.AddRange(referenced.Problems);
        var dated = await planMaker.DateAsync(
            services, [.. referenced.Origins.ExceptBy(known.Select(origin => origin.Change.Arn), origin => origin.Change.Arn)],
            cancellationToken);
        problems.AddRange(dated.Problems.Select(problem => problem.Text));
        var concerned = new List<ChangeOrigin>();
        foreach (var origin in dated.Origins)
        {
            try
            {
                concerned.AddRange(await IsConcernedAsync(origin, services, cancellationToken) ? [origin] : []);
            }
            catch (Exception exception) when (exception is FunctionException || AwsErrors.Classify(exception) is not AwsErrorKind.Other)
            {
                problems.Add(exception.Message);
                concerned.Add(origin); // Without an answer it is reported: one report too many does no harm.
            }
        }

        return concerned;
    }

    /// <summary>A service that was deployed successfully before, since the change, ends a deployment that has another reason.</summary>
    private async Task<bool> IsConcernedAsync(
        ChangeOrigin origin, IReadOnlyList<ServiceSnapshot> services, CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            if (Freshness.Of(service, origin.Change) is not { } freshness || clock.GetUtcNow() - freshness.ChangedAt > Concerned)
            {
                continue;
            }

            if (freshness.State is not FreshnessState.Fresh)
            {
                return true;
            }

            var past = await history.ReadAsync(service, freshness.ChangedAt, cancellationToken);
            if (past.Count(one => one.State is PastDeploymentState.Succeeded) < 2)
            {
                return true;
            }
        }

        return false;
    }
}
