using Amazon.ECS.Model;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.References;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>
/// Looks at services with as few calls as there can be: clusters and services by pages of a hundred, descriptions by tens, each task
/// definition once. What fails for one service or cluster is noted, and the others are looked at all the same.
/// </summary>
internal sealed class ServiceScanner(EcsCalls ecs, ServiceReader reader, RedeploymentOptions options)
{
    /// <summary>Looks at every service of the clusters that are to be looked at.</summary>
    /// <param name="isWanted">Whether a reference makes its service worth keeping.</param>
    /// <param name="cancellationToken">Ends the look; what was found so far is thrown away.</param>
    public async Task<Scan> ScanAsync(Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        var scan = new Scan();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ScanConcurrency, CancellationToken = cancellationToken };
        IReadOnlyList<string> clusters = [];
        await GuardAsync(scan, "The list of clusters", async () => clusters = await ClustersAsync(cancellationToken));
        await Parallel.ForEachAsync(clusters, parallel, async (cluster, cancel) =>
            await GuardAsync(scan, cluster, () => ScanClusterAsync(scan, cluster, isWanted, cancel)));
        return scan;
    }

    /// <summary>Looks at certain services only.</summary>
    public async Task<Scan> LookAsync(
        IEnumerable<ServiceAddress> services, Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        var scan = new Scan();
        var calls = services.Distinct().GroupBy(address => address.Cluster)
            .SelectMany(cluster => cluster.Select(address => address.Service).Chunk(EcsCalls.ServicesPerCall).Select(chunk => (cluster.Key, chunk)));
        foreach (var (cluster, chunk) in calls)
        {
            await GuardAsync(scan, cluster, () => DescribeAsync(scan, cluster, chunk, isWanted, cancellationToken));
        }

        return scan;
    }

    private async Task<IReadOnlyList<string>> ClustersAsync(CancellationToken cancellationToken)
    {
        if (options.Clusters.Named is { } named)
        {
            return named;
        }

        var clusters = new List<string>();
        string? next = null;
        do
        {
            var page = await ecs.ListClustersAsync(next, cancellationToken);
            clusters.AddRange((page.ClusterArns ?? []).Where(options.Clusters.Includes));
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));

        return clusters;
    }

    private async Task ScanClusterAsync(Scan scan, string cluster, Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await ecs.ListServicesAsync(cluster, next, cancellationToken);
            await Task.WhenAll((page.ServiceArns ?? []).Chunk(EcsCalls.ServicesPerCall)
                .Select(chunk => DescribeAsync(scan, cluster, chunk, isWanted, cancellationToken)));
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    private async Task DescribeAsync(
        Scan scan, string cluster, string[] arns, Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        var answer = await ecs.DescribeServicesAsync(cluster, arns, cancellationToken);
        foreach (var failure in answer.Failures ?? [])
        {
            if (failure.Reason == "MISSING")
            {
                scan.Gone.Add(failure.Arn ?? cluster);
            }
            else
            {
                scan.Problems.Add($"Amazon ECS did not describe {failure.Arn}: {failure.Reason} {failure.Detail}".TrimEnd());
            }
        }

        var services = answer.Services ?? [];
        scan.Count(services.Count);
        await Task.WhenAll(services.Select(service =>
            GuardAsync(scan, service.ServiceArn, () => ReadAsync(scan, service, isWanted, cancellationToken))));
    }

    private async Task ReadAsync(Scan scan, Service service, Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        var snapshot = await reader.ReadAsync(service, cancellationToken);
        scan.Referring.Add((new(snapshot.Cluster, snapshot.Arn), [.. snapshot.References.Select(reference => reference.Source).Distinct()]));
        foreach (var problem in snapshot.Tags.Problems)
        {
            scan.MisnamedInTags.Add($"The service {snapshot.Arn} has a tag that names no secret. {problem}");
        }

        if (snapshot.References.Any(isWanted))
        {
            scan.Services.Add(snapshot);
        }
    }

    private static async Task GuardAsync(Scan scan, string subject, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (AmazonServiceException exception) when (AwsFault.IsGone(exception))
        {
            scan.Gone.Add(subject);
        }
        catch (FunctionException exception)
        {
            scan.Problems.Add(exception.Message);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException || AwsFault.IsPassing(exception))
        {
            scan.Problems.Add($"{subject} could not be looked at: {exception.Message}");
        }
    }
}
