using EcsTask = Amazon.ECS.Model.Task;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Reads tasks: of one service, of the services in doubt, or of whole clusters. A cluster's tasks cost two calls a hundred, those
/// of one service two calls at least, so many services in doubt are read by their cluster.</summary>
internal sealed class TaskReader(EcsCalls ecs, TaskDefinitionCache definitions)
{
    private const string ServiceGroup = "service:";

    /// <summary>The tasks of one service that run or are about to. Those that are being stopped end by themselves and do not
    /// count.</summary>
    public async Task<IReadOnlyList<TaskSnapshot>> ReadAsync(ServiceSnapshot service, CancellationToken cancellationToken)
    {
        var tasks = new List<TaskSnapshot>();
        await foreach (var task in ListAsync(service.Cluster, service.Name, cancellationToken))
        {
            tasks.Add(SnapshotOf(task));
        }

        return tasks;
    }

    /// <summary>When the tasks were created that have stopped by themselves. Amazon ECS shows them for an hour at least.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> ReadFailedAsync(ServiceSnapshot service, CancellationToken cancellationToken)
    {
        var page = await ecs.ListTasksAsync(service.Cluster, service.Name, DesiredStatus.STOPPED, null, cancellationToken);
        return page.TaskArns is not { Count: > 0 } arns ? []
            : [.. ((await ecs.DescribeTasksAsync(service.Cluster, arns, cancellationToken)).Tasks ?? [])
                .Where(task => task.StopCode != TaskStopCode.UserInitiated && task.StopCode != TaskStopCode.ServiceSchedulerInitiated)
                .Select(CreatedAt)];
    }

    /// <summary>The tasks of many services, and the standalone tasks of clusters.</summary>
    /// <param name="services">Services whose deployments leave a doubt.</param>
    /// <param name="clusters">Clusters whose standalone tasks are wanted, too.</param>
    /// <param name="tasksByCluster">How many tasks the services of each cluster have, as far as it is known.</param>
    /// <param name="isWanted">Whether a reference makes a standalone task worth keeping.</param>
    public async Task<TaskReading> ReadAsync(
        IReadOnlyCollection<ServiceSnapshot> services, IReadOnlyCollection<string> clusters, IReadOnlyDictionary<string,
            int> tasksByCluster,
        Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        var reading = new TaskReading();
        var standalone = clusters.ToHashSet(StringComparer.Ordinal);
        var byCluster = services.ToLookup(service => service.Cluster);
        await Task.WhenAll(standalone.Union(byCluster.Select(group => group.Key)).Select(async cluster =>
        {
            var inDoubt = byCluster[cluster].ToList();
            var pages = Math.Max(
                tasksByCluster.GetValueOrDefault(cluster), inDoubt.Sum(service => service.Units.Sum(unit => unit.TaskCount)))
                / EcsCalls.PageSize + 1;
            await (standalone.Contains(cluster) || inDoubt.Count > pages
                ? GuardAsync(
                    reading, cluster, () =>
                    ReadClusterAsync(reading, cluster, inDoubt, standalone.Contains(cluster), isWanted, cancellationToken))
                : Task.WhenAll(inDoubt.Select(service => GuardAsync(
                    reading, service.Arn, async () => reading.ByService[service.Key] = await ReadAsync(service, cancellationToken)))));
        }));
        return reading;
    }

    private async Task ReadClusterAsync(
        TaskReading reading, string cluster, List<ServiceSnapshot> services, bool withStandalone, Func<SecretReference, bool> isWanted,
        CancellationToken cancellationToken)
    {
        var byName = services.ToDictionary(
            service => service.Name, service => (service.Key, Tasks: new List<TaskSnapshot>()), StringComparer.Ordinal);
        await foreach (var task in ListAsync(cluster, null, cancellationToken))
        {
            if (task.Group?.StartsWith(ServiceGroup, StringComparison.Ordinal) is true)
            {
                if (byName.TryGetValue(task.Group[ServiceGroup.Length..], out var service))
                {
                    service.Tasks.Add(SnapshotOf(task));
                }
            }
            else if (withStandalone)
            {
                await AddStandaloneAsync(reading, cluster, task, isWanted, cancellationToken);
            }
        }

        foreach (var (key, tasks) in byName.Values)
        {
            reading.ByService[key] = tasks;
        }
    }

    private async Task AddStandaloneAsync(
        TaskReading reading, string cluster, EcsTask task, Func<SecretReference, bool> isWanted, CancellationToken cancellationToken)
    {
        var facts = await definitions.GetAsync(task.TaskDefinitionArn, cancellationToken);
        if (facts.References.Any(isWanted))
        {
            reading.Standalone.Add(new StandaloneTask(
                task.TaskArn, cluster, task.Group ?? "", task.StartedBy, CreatedAt(task), facts.References));
        }
    }

    private async IAsyncEnumerable<EcsTask> ListAsync(
        string cluster, string? service, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await ecs.ListTasksAsync(cluster, service, DesiredStatus.RUNNING, next, cancellationToken);
            if (page.TaskArns is { Count: > 0 } arns)
            {
                // Failures are tasks that have ended since they were listed.
                var described = await ecs.DescribeTasksAsync(cluster, arns, cancellationToken);
                foreach (var task in (described.Tasks ?? []).Where(task => task.DesiredStatus != "STOPPED"))
                {
                    yield return task;
                }
            }

            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    private static TaskSnapshot SnapshotOf(EcsTask task) =>
        new(task.TaskArn, CreatedAt(task), task.StartedBy, task.TaskDefinitionArn) { IsRunning = task.LastStatus == "RUNNING" };

    private static DateTimeOffset CreatedAt(EcsTask task) =>
        task.CreatedAt is { } created ? new DateTimeOffset(created.ToUniversalTime()) : DateTimeOffset.MinValue;

    private static async Task GuardAsync(TaskReading reading, string subject, Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (Exception exception) when (AwsErrors.Classify(exception) is AwsErrorKind.NotFound)
        {
            // The cluster or service was deleted since it was scanned: it has no tasks.
        }
        catch (FunctionException exception)
        {
            reading.Permanent.Add(exception.Message);
        }
        catch (Exception exception) when (AwsErrors.Classify(exception) is not AwsErrorKind.Other)
        {
            (AwsErrors.IsWorthRetrying(exception) ? reading.Problems : reading.Permanent).Add(
                $"The tasks of {subject} could not be read: {exception.Message}");
        }
    }
}

internal sealed class TaskReading
{
    /// <summary>By the services' keys.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<TaskSnapshot>> ByService { get; } = new(StringComparer.Ordinal);

    /// <summary>Tasks outside services that refer to something wanted.</summary>
    public ConcurrentBag<StandaloneTask> Standalone { get; } = [];

    /// <summary>What could not be read for the moment, each a sentence.</summary>
    public ConcurrentBag<string> Problems { get; } = [];

    /// <summary>What cannot be read until somebody changes a permission, each a sentence.</summary>
    public ConcurrentBag<string> Permanent { get; } = [];
}
