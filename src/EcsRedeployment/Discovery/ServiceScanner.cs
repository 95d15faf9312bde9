using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Scans services with as few calls as there can be: clusters and services by pages of a hundred, descriptions by tens, each task
/// definition once. What fails for one page or cluster is noted and tried once more by itself; the others are scanned all the
/// same.</summary>
internal sealed class ServiceScanner(EcsCalls ecs, ServiceReader reader, RedeploymentOptions options, TimeProvider clock)
{
    private static readonly TimeSpan BeforeSecondTry = TimeSpan.FromSeconds(5);

    /// <summary>Scans the services of the clusters in question from a cursor on.</summary>
    /// <param name="isWanted">Whether a reference makes its service worth keeping.</param>
    /// <param name="from">Where an earlier scan stopped; null for the beginning.</param>
    /// <param name="until">When to begin no further page; the scan's cursor then has the place to continue.</param>
    /// <param name="cancellationToken">Ends the scan; what was found so far is thrown away.</param>
    public async Task<Scan> ScanAsync(
        Func<SecretReference, bool> isWanted, ScanCursor? from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var run = new ScanRun(new Scan(), isWanted, until);
        IReadOnlyList<string> clusters = [];
        await run.GuardAsync("The list of clusters", async () => clusters = await ClustersAsync(run.Scan, cancellationToken));
        foreach (var cluster in clusters)
        {
            run.Scan.CountTasks(cluster, 0); // Also where an earlier part, or none, finds services: tasks outside services may run there.
        }

        var pages = (from?.Unfinished ?? []).Concat(clusters
            .Where(cluster => from?.After is not { } after || string.CompareOrdinal(cluster, after) > 0)
            .Select(cluster => new ScanPage(cluster, null))).ToList();
        var (begun, unfinished) = (0, new ConcurrentBag<ScanPage>());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ScanConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Due(), parallel, async (page, cancel) =>
        {
            if (await ScanClusterAsync(run, page, cancel) is { } rest)
            {
                unfinished.Add(rest);
            }
        });
        await SecondTryAsync(run, cancellationToken);
        var carried = from?.Unfinished.Count ?? 0;
        List<ScanPage> left = [.. unfinished, .. pages.Take(carried).Skip(begun)];
        if (left.Count > 0 || begun < pages.Count)
        {
            run.Scan.Next = new ScanCursor(begun > carried ? pages[begun - 1].Cluster : from?.After, left);
        }

        return run.Scan;

        // Read by one worker at a time, in this order.
        IEnumerable<ScanPage> Due()
        {
            for (; begun < pages.Count && (begun == 0 || clock.GetUtcNow() < run.Until); begun++)
            {
                yield return pages[begun];
            }
        }
    }

    /// <summary>Reads certain services only.</summary>
    public async Task<Scan> LookAsync(
        IEnumerable<ServiceAddress> services, Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        var run = new ScanRun(new Scan(), isWanted, DateTimeOffset.MaxValue);
        var calls = services.Distinct().GroupBy(address => address.Cluster)
            .SelectMany(
                cluster =>
                cluster.Select(address => address.Service).Chunk(EcsCalls.ServicesPerCall).Select(chunk => (cluster.Key, chunk)));
        await Task.WhenAll(calls.Select(call => TryDescribeAsync(run, call.Key, call.chunk, cancellationToken)));
        await SecondTryAsync(run, cancellationToken);
        return run.Scan;
    }

    private async Task<IReadOnlyList<string>> ClustersAsync(Scan scan, CancellationToken cancellationToken)
    {
        if (options.Clusters.Named is { } named)
        {
            return [.. named.Order(StringComparer.Ordinal)];
        }

        var clusters = new List<string>();
        string? next = null;
        do
        {
            var page = await ecs.ListClustersAsync(next, cancellationToken);
            clusters.AddRange(page.ClusterArns ?? []);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        foreach (var pattern in options.Clusters.WithoutMatch(clusters))
        {
            scan.Permanent.Add(new ClusterMissingException(pattern).Message);
        }

        return [.. clusters.Where(options.Clusters.Includes).Order(StringComparer.Ordinal)];
    }

    /// <summary>Scans a cluster from a page on.</summary>
    /// <returns>The next page when the time is up or the list of services could not be read; null at the end.</returns>
    private async Task<ScanPage?> ScanClusterAsync(ScanRun run, ScanPage page, CancellationToken cancellationToken)
    {
        for (var token = page.Token; ;)
        {
            ListServicesResponse? answer = null;
            var isRead = await run.GuardAsync(
                page.Cluster, async () => answer = await ListAsync(page.Cluster, token, cancellationToken));
            if (answer is null)
            {
                // A problem of the moment: what is left of the cluster belongs to the next part of the scan, if there is one.
                return isRead || run.Until == DateTimeOffset.MaxValue ? null : new ScanPage(page.Cluster, token);
            }

            await Task.WhenAll((answer.ServiceArns ?? []).Chunk(EcsCalls.ServicesPerCall)
                .Select(chunk => TryDescribeAsync(run, page.Cluster, chunk, cancellationToken)));
            token = answer.NextToken;
            if (string.IsNullOrEmpty(token))
            {
                return null;
            }

            if (clock.GetUtcNow() >= run.Until)
            {
                return new ScanPage(page.Cluster, token);
            }
        }
    }

    /// <summary>A token of an earlier invocation may have expired: then the cluster is scanned from its beginning.</summary>
    private async Task<ListServicesResponse> ListAsync(string cluster, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await ecs.ListServicesAsync(cluster, token, cancellationToken);
        }
        catch (InvalidParameterException) when (token is not null)
        {
            return await ecs.ListServicesAsync(cluster, null, cancellationToken);
        }
        catch (ClusterNotFoundException) when (options.Clusters.Named is not null)
        {
            throw new ClusterMissingException(cluster);
        }
    }

    private async Task TryDescribeAsync(ScanRun run, string cluster, string[] arns, CancellationToken cancellationToken)
    {
        try
        {
            await DescribeAsync(run, cluster, arns, cancellationToken);
        }
        catch (Exception exception) when (AwsErrors.IsWorthRetrying(exception))
        {
            run.Refused.Add((cluster, arns));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await run.GuardAsync(cluster, () => Task.FromException(exception));
        }
    }

    /// <summary>Only the pages that were refused are read once more, after the others.</summary>
    private async Task SecondTryAsync(ScanRun run, CancellationToken cancellationToken)
    {
        if (run.Refused.IsEmpty)
        {
            return;
        }

        await Task.Delay(BeforeSecondTry, clock, cancellationToken);
        foreach (var (cluster, arns) in run.Refused)
        {
            await run.GuardAsync($"{arns.Length} services of {cluster}", () => DescribeAsync(run, cluster, arns, cancellationToken));
        }
    }

    private async Task DescribeAsync(ScanRun run, string cluster, string[] arns, CancellationToken cancellationToken)
    {
        var scan = run.Scan;
        var answer = await ecs.DescribeServicesAsync(cluster, arns, cancellationToken);
        foreach (var failure in answer.Failures ?? [])
        {
            if (failure.Reason == "MISSING")
            {
                scan.Deleted.Add(failure.Arn ?? cluster);
            }
            else
            {
                scan.Problems.Add($"Amazon ECS did not describe {failure.Arn}: {failure.Reason} {failure.Detail}".TrimEnd());
            }
        }

        var services = answer.Services ?? [];
        scan.Count(services.Count);
        scan.CountTasks(cluster, services.Sum(service => (service.RunningCount ?? 0) + (service.PendingCount ?? 0)));
        await Task.WhenAll(services.Select(service =>
            run.GuardAsync(service.ServiceArn, () => ReadAsync(run, service, cancellationToken))));
    }

    private async Task ReadAsync(ScanRun run, Service service, CancellationToken cancellationToken)
    {
        var snapshot = await reader.ReadAsync(service, cancellationToken);
        run.Scan.Referring.Add(
            (new(snapshot.Cluster, snapshot.Arn), [.. snapshot.References.Select(reference => reference.Source).Distinct()]));
        foreach (var problem in snapshot.Tags.Problems)
        {
            run.Scan.MisnamedInTags.Add($"The service {snapshot.Arn} has a tag that names no secret. {problem}");
        }

        if (snapshot.References.Any(run.IsWanted))
        {
            run.Scan.Services.Add(snapshot);
        }
    }
}
