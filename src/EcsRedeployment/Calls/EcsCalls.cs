using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>Amazon ECS as the function uses it: a rate limit for each kind of call, a limit of concurrent calls, and a type of its own for
/// a missing permission.</summary>
internal sealed class EcsCalls : IDisposable
{
    /// <summary>ListClusters, ListServices, ListTasks and DescribeTasks take and give at most this many.</summary>
    public const int PageSize = 100;

    /// <summary>The rate that ECS grants an account for DescribeTaskDefinition (API Reference, "Request throttling for the Amazon ECS
    /// API").</summary>
    public const int DefinitionsPerSecond = 20;

    /// <summary>DescribeServices takes at most this many.</summary>
    public const int ServicesPerCall = 10;

    /// <summary>DescribeServiceDeployments takes at most this many.</summary>
    public const int DeploymentsPerCall = 20;

    private readonly IAmazonECS _reading;
    private readonly IAmazonECS _updating;
    private readonly SemaphoreSlim _atOnce;
    private readonly RateLimiter _services;
    private readonly RateLimiter _definitions;
    private readonly RateLimiter _deployments;
    private readonly RateLimiter _tasks;
    private readonly RateLimiter _updates;

    /// <summary>Uses two clients.</summary>
    /// <param name="reading">Repeats calls that fail for the moment.</param>
    /// <param name="updating">Does not retry: whether a deployment was started is read before another one is.</param>
    public EcsCalls(IAmazonECS reading, IAmazonECS updating, RedeploymentOptions options, TimeProvider clock)
    {
        _reading = reading;
        _updating = updating;
        _atOnce = new SemaphoreSlim(options.ScanConcurrency);
        _services = new RateLimiter(options.ReadsPerSecond, 2 * options.ReadsPerSecond, clock);
        // Few other callers read task definitions, and a cold scan of many is bound by this rate alone.
        var definitions = Math.Max(options.ReadsPerSecond, Math.Min(2 * options.ReadsPerSecond, DefinitionsPerSecond));
        _definitions = new RateLimiter(definitions, definitions, clock);
        _deployments = new RateLimiter(options.ReadsPerSecond, 2 * options.ReadsPerSecond, clock);
        _tasks = new RateLimiter(options.ReadsPerSecond, 2 * options.ReadsPerSecond, clock);
        _updates = new RateLimiter(options.UpdatesPerSecond, 2 * options.UpdatesPerSecond, clock);
    }

    /// <summary>One page of the account's clusters.</summary>
    public Task<ListClustersResponse> ListClustersAsync(string? nextToken, CancellationToken cancellationToken) => CallAsync(
        _services, "ecs:ListClusters", "the account",
        () => _reading.ListClustersAsync(new() { MaxResults = PageSize, NextToken = nextToken }, cancellationToken), cancellationToken);

    /// <summary>One page of a cluster's services.</summary>
    public Task<ListServicesResponse> ListServicesAsync(string cluster, string? nextToken, CancellationToken cancellationToken) =>
        CallAsync(
        _services, "ecs:ListServices", cluster,
        () => _reading.ListServicesAsync(new() { Cluster = cluster, MaxResults = PageSize, NextToken = nextToken }, cancellationToken),
            cancellationToken);

    /// <summary>Up to ten services with their tags.</summary>
    public Task<DescribeServicesResponse> DescribeServicesAsync(
        string cluster, IEnumerable<string> services, CancellationToken cancellationToken) => CallAsync(
        _services, "ecs:DescribeServices", cluster,
        () => _reading.DescribeServicesAsync(new() { Cluster = cluster, Services = [.. services], Include = ["TAGS"] }, cancellationToken),
            cancellationToken);

    public Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(string taskDefinition, CancellationToken cancellationToken) =>
        CallAsync(
        _definitions, "ecs:DescribeTaskDefinition", taskDefinition,
        () => _reading.DescribeTaskDefinitionAsync(new() { TaskDefinition = taskDefinition }, cancellationToken), cancellationToken);

    /// <summary>One page of the tasks of a service, or of a cluster, by the status they are meant to have.</summary>
    public Task<ListTasksResponse> ListTasksAsync(
        string cluster, string? service, DesiredStatus status, string? nextToken, CancellationToken cancellationToken) => CallAsync(
        _tasks, "ecs:ListTasks", cluster,
        () => _reading.ListTasksAsync(
            new() { Cluster = cluster, ServiceName = service, DesiredStatus = status, MaxResults = PageSize, NextToken = nextToken },
                cancellationToken),
        cancellationToken);

    /// <summary>Up to a hundred tasks.</summary>
    public Task<DescribeTasksResponse> DescribeTasksAsync(string cluster, IEnumerable<string> tasks, CancellationToken cancellationToken) =>
        CallAsync(
        _tasks, "ecs:DescribeTasks", cluster,
        () => _reading.DescribeTasksAsync(new() { Cluster = cluster, Tasks = [.. tasks] }, cancellationToken), cancellationToken);

    /// <summary>The newest hundred of a service's deployments that were created after a moment.</summary>
    public Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(
        string cluster, string service, DateTimeOffset after, CancellationToken cancellationToken) => CallAsync(
        _deployments, "ecs:ListServiceDeployments", service,
        () => _reading.ListServiceDeploymentsAsync(
            new() { Cluster = cluster, Service = service, CreatedAt = new() { After = after.UtcDateTime }, MaxResults = PageSize },
                cancellationToken),
        cancellationToken);

    /// <summary>Up to twenty service deployments.</summary>
    public Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(
        IEnumerable<string> arns, CancellationToken cancellationToken) => CallAsync(
        _deployments, "ecs:DescribeServiceDeployments", "service deployments",
        () => _reading.DescribeServiceDeploymentsAsync(new() { ServiceDeploymentArns = [.. arns] }, cancellationToken), cancellationToken);

    /// <summary>Waits until a deployment may be begun.</summary>
    public Task WaitForUpdateAsync(CancellationToken cancellationToken) => _updates.WaitAsync(cancellationToken);

    /// <summary>A forced deployment, and nothing else: any other member, a task definition's family above all, could deploy what nobody
    /// asked for. It comes after <see cref="WaitForUpdateAsync"/> and a scan of the service, and does not wait any more.</summary>
    public Task<UpdateServiceResponse> ForceNewDeploymentAsync(string cluster, string service, CancellationToken cancellationToken) =>
        CallAsync(
        null, "ecs:UpdateService", service,
        () => _updating.UpdateServiceAsync(new() { Cluster = cluster, Service = service, ForceNewDeployment = true }, cancellationToken),
            cancellationToken);

    /// <summary>Stops a task; its service starts another.</summary>
    public Task<StopTaskResponse> StopTaskAsync(string cluster, string task, string reason, CancellationToken cancellationToken) =>
        CallAsync(
        _updates, "ecs:StopTask", task,
        () => _updating.StopTaskAsync(new() { Cluster = cluster, Task = task, Reason = reason }, cancellationToken), cancellationToken);

    public void Dispose() => _atOnce.Dispose();

    private async Task<T> CallAsync<T>(
        RateLimiter? rate, string action, string resource, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        if (rate is not null)
        {
            await rate.WaitAsync(cancellationToken);
        }

        await _atOnce.WaitAsync(cancellationToken);
        try
        {
            return await PermissionMissingException.GuardAsync(action, resource, call);
        }
        finally
        {
            _atOnce.Release();
        }
    }
}
