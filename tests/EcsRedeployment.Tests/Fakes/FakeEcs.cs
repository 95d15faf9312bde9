using Amazon.ECS;
using Amazon.ECS.Model;
using EcsTask = Amazon.ECS.Model.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>Amazon ECS in memory, as far as the function uses it, with a place to make any call go wrong.</summary>
internal sealed class FakeEcs(TimeProvider clock)
    : AmazonECSClient(new AnonymousAWSCredentials(), new AmazonECSConfig { ServiceURL = "http://127.0.0.1:9" })
{
    public const string Home = "arn:aws:ecs:eu-west-1:123456789012";

    private const string Role = "arn:aws:sts::123456789012:assumed-role/redeployment/function";

    private readonly Lock _lock = new();
    private int _deployments = 100;

    public Dictionary<string, List<Service>> Clusters { get; } = [];

    public Dictionary<string, TaskDefinition> Definitions { get; } = [];

    public List<EcsTask> Tasks { get; } = [];

    public List<ServiceDeploymentBrief> History { get; } = [];

    public List<ServiceDeployment> Details { get; } = [];

    /// <summary>ARNs of services that DescribeServices answers with a failure, and its reason.</summary>
    public Dictionary<string, string> Undescribed { get; } = [];

    public ConcurrentQueue<(string Operation, string Subject)> Calls { get; } = new();

    public Action<string, string> Before { get; set; } = (_, _) => { };

    /// <summary>May throw after a call was carried out: the reply is lost.</summary>
    public Action<string, string> After { get; set; } = (_, _) => { };

    public static AmazonECSException Denied(string operation) =>
        new($"User: {Role} is not authorized to perform: ecs:{operation} on resource: * because no identity-based policy allows the "
            + $"ecs:{operation} action", ErrorType.Sender, "AccessDeniedException", "r", HttpStatusCode.BadRequest);

    public static AmazonECSException Throttled() =>
        new("Rate exceeded", ErrorType.Sender, "ThrottlingException", "r", HttpStatusCode.BadRequest);

    public int CountOf(string operation) => Calls.Count(call => call.Operation == operation);

    /// <summary>Adds a task definition whose container reads the given texts as secrets.</summary>
    public string Define(string name, params string[] secrets)
    {
        var arn = $"{Home}:task-definition/{name}:1";
        Definitions[arn] = new TaskDefinition
        {
            TaskDefinitionArn = arn,
            ContainerDefinitions = [
                new() { Name = "app", Image = "shop/app:1.0", Secrets = [
                .. secrets.Select(s => new Secret { Name = "S", ValueFrom = s })] }],
        };
        return arn;
    }

    /// <summary>Adds a service with one completed deployment of two running tasks.</summary>
    public Service Add(string cluster, string name, string definition, DateTimeOffset deployedAt)
    {
        var service = new Service
        {
            ServiceArn = $"{Home}:service/{cluster}/{name}",
            ServiceName = name,
            ClusterArn = $"{Home}:cluster/{cluster}",
            Status = "ACTIVE",
            DesiredCount = 2,
            RunningCount = 2,
            TaskDefinition = definition,
            Deployments = [Deployment(definition, deployedAt)],
        };
        lock (_lock)
        {
            Clusters.TryAdd(cluster, []);
            Clusters[cluster].Add(service);
            Tasks.AddRange(Enumerable.Range(0, 2).Select(i => TaskOf(service, $"{name}-{i}", deployedAt)));
        }

        return service;
    }

    /// <summary>Adds a deployment to the history of a service.</summary>
    public void AddPast(
        string service, DateTimeOffset at, string status, string? breaker = null, string? alarm = null, string? reason = null)
    {
        var id = Interlocked.Increment(ref _deployments);
        var arn = $"{service.Replace(":service/", ":service-deployment/", StringComparison.Ordinal)}/{id}";
        History.Add(new() { ServiceArn = service, ServiceDeploymentArn = arn, CreatedAt = at.UtcDateTime, Status = status });
        Details.Add(new()
        {
            ServiceDeploymentArn = arn,
            Status = status,
            StatusReason = reason,
            DeploymentCircuitBreaker = breaker is null ? null : new() { Status = breaker },
            Alarms = alarm is null ? null : new() { Status = alarm },
        });
    }

    /// <summary>The newest deployment has replaced all tasks.</summary>
    public void Complete(Service service)
    {
        var now = clock.GetUtcNow();
        service.Deployments = [service.Deployments[0]];
        (service.Deployments[0].RolloutState, service.Deployments[0].UpdatedAt) = ("COMPLETED", now.UtcDateTime);
        Tasks.RemoveAll(task => task.ClusterArn == service.ClusterArn && task.Group == $"service:{service.ServiceName}");
        Tasks.AddRange(Enumerable.Range(0, 2)
            .Select(i => TaskOf(service, $"{service.ServiceName}-{service.Deployments[0].Id[8..]}-{i}", now)));
    }

    public static EcsTask TaskOf(Service service, string id, DateTimeOffset createdAt) => new()
    {
        TaskArn = $"{Home}:task/{id}",
        ClusterArn = service.ClusterArn,
        Group = $"service:{service.ServiceName}",
        TaskDefinitionArn = service.TaskDefinition,
        StartedBy = service.Deployments[0].Id,
        CreatedAt = createdAt.UtcDateTime,
        DesiredStatus = "RUNNING",
        LastStatus = "RUNNING",
    };

    public override Task<ListClustersResponse> ListClustersAsync(
        ListClustersRequest request, CancellationToken cancellationToken = default) =>
        Call("ListClusters", "", () =>
        {
            var (page, next) = Page(
                [.. Clusters.Keys.Order().Select(name => $"{Home}:cluster/{name}")], request.NextToken, request.MaxResults);
            return new ListClustersResponse { ClusterArns = page, NextToken = next };
        }, cancellationToken);

    public override Task<ListServicesResponse> ListServicesAsync(
        ListServicesRequest request, CancellationToken cancellationToken = default) =>
        Call("ListServices", request.Cluster, () =>
        {
            var (page, next) = Page([.. Of(request.Cluster).Select(service => service.ServiceArn)], request.NextToken, request.MaxResults);
            return new ListServicesResponse { ServiceArns = page, NextToken = next };
        }, cancellationToken);

    public override Task<DescribeServicesResponse> DescribeServicesAsync(
        DescribeServicesRequest request, CancellationToken cancellationToken = default) => Call("DescribeServices", request.Cluster, () =>
    {
        request.Services.Count.ShouldBeLessThanOrEqualTo(10);
        var found = Of(request.Cluster).Where(service => !Undescribed.ContainsKey(service.ServiceArn))
            .Where(service => request.Services.Contains(service.ServiceArn) || request.Services.Contains(service.ServiceName)).ToList();
        return new DescribeServicesResponse
        {
            Services = found,
            Failures = [
                .. request.Services.Except(found.Select(f => f.ServiceArn))
                .Select(arn => new Failure { Arn = arn, Reason = Undescribed.GetValueOrDefault(arn, "MISSING") })],
        };
    }, cancellationToken);

    public override Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
            Call("DescribeTaskDefinition", request.TaskDefinition, () =>
        new DescribeTaskDefinitionResponse { TaskDefinition = Definitions[request.TaskDefinition] }, cancellationToken);

    public override Task<UpdateServiceResponse> UpdateServiceAsync(
        UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
        Call("UpdateService", request.Service, () =>
        {
            (request.ForceNewDeployment, request.TaskDefinition, request.DesiredCount).ShouldBe((true, null, null));
            var service = Of(request.Cluster).Single(s => s.ServiceArn == request.Service);
            RefuseDeployment(service);
            var deployment = Deployment(service.TaskDefinition, clock.GetUtcNow());
            deployment.RolloutState = DeploymentRolloutState.IN_PROGRESS;
            service.Deployments.ForEach(old => old.Status = "ACTIVE");
            service.Deployments.Insert(0, deployment);
            return new UpdateServiceResponse { Service = service };
        }, cancellationToken);

    public override Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        Call("ListTasks", request.ServiceName ?? request.Cluster, () =>
        {
            var arns = Tasks.Where(task => IsIn(task, request.Cluster)
                && (request.ServiceName is null || task.Group == $"service:{request.ServiceName}")
                    && task.DesiredStatus == request.DesiredStatus.Value);
            var (page, next) = Page([.. arns.Select(task => task.TaskArn)], request.NextToken, request.MaxResults);
            return new ListTasksResponse { TaskArns = page, NextToken = next };
        }, cancellationToken);

    public override Task<DescribeTasksResponse> DescribeTasksAsync(
        DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        Call("DescribeTasks", request.Cluster, () =>
        {
            request.Tasks.Count.ShouldBeInRange(1, 100);
            var wanted = request.Tasks.ToHashSet();
            var found = Tasks.Where(task => IsIn(task, request.Cluster) && wanted.Contains(task.TaskArn)).ToList();
            return new DescribeTasksResponse
            {
                Tasks = found,
                Failures = [
                    .. wanted.Except(found.Select(task => task.TaskArn)).Select(arn => new Failure { Arn = arn, Reason = "MISSING" })],
            };
        }, cancellationToken);

    public override Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default) =>
        Call("StopTask", request.Task, () =>
        {
            var task = Tasks.Single(t => t.TaskArn == request.Task);
            var service = Clusters.Values.SelectMany(list => list).Single(s => task.Group == $"service:{s.ServiceName}");
            (task.DesiredStatus, task.LastStatus) = ("STOPPED", "STOPPED");
            Tasks.Add(TaskOf(service, $"{request.Task.Split('/')[^1]}+", clock.GetUtcNow()));
            return new StopTaskResponse { Task = task };
        }, cancellationToken);

    /// <summary>Ninety days of history, newest first (ECS Developer Guide, "View service history"); older filters are refused.</summary>
    public override Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(
        ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
            Call("ListServiceDeployments", request.Service, () =>
    {
        if (request.CreatedAt?.After is { } after && after < clock.GetUtcNow().AddDays(-90).UtcDateTime)
        {
            throw Invalid("The createdAt filter must be within the last three months.");
        }

        var (page, next) = Page(
            [.. History.Where(brief =>
                brief.ServiceArn == request.Service && brief.CreatedAt >= (request.CreatedAt?.After ?? DateTime.MinValue)
                && (request.Status is not { Count: > 0 } statuses || statuses.Contains(brief.Status.Value)))
                    .OrderByDescending(brief => brief.CreatedAt)],
            request.NextToken, request.MaxResults ?? 20);
        return new ListServiceDeploymentsResponse { ServiceDeployments = page, NextToken = next };
    }, cancellationToken);

    public override Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(
        DescribeServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        Call("DescribeServiceDeployments", request.ServiceDeploymentArns.FirstOrDefault() ?? "", () =>
        {
            request.ServiceDeploymentArns.Count.ShouldBeInRange(1, 20);
            return new DescribeServiceDeploymentsResponse
            {
                ServiceDeployments = [.. Details.Where(detail => request.ServiceDeploymentArns.Contains(detail.ServiceDeploymentArn))],
            };
        }, cancellationToken);

    /// <summary>
    /// As Amazon ECS refuses: ECS Developer Guide, "Deregistering an Amazon ECS task definition revision"; aws/containers-roadmap issue
    /// 2836; texts of CODE_DEPLOY and EXTERNAL services as users quote them (pipe-cd/pipecd issue 6384).
    /// </summary>
    private void RefuseDeployment(Service service)
    {
        if (Definitions[service.TaskDefinition].Status?.Value == "INACTIVE")
        {
            throw new ClientException("TaskDefinition is inactive") { ErrorCode = "ClientException" };
        }

        if (service.DeploymentController?.Type is { } type && type != DeploymentControllerType.ECS)
        {
            throw Invalid($"Cannot force a new deployment on services with a {type.Value} deployment controller.");
        }

        if (service.Deployments.Count >= 5)
        {
            throw Invalid($"{service.Deployments.Count} active deployments exist, unable to create new deployment.");
        }
    }

    private static InvalidParameterException Invalid(string message) => new(message) { ErrorCode = "InvalidParameterException" };

    private Deployment Deployment(string definition, DateTimeOffset at) => new()
    {
        Id = $"ecs-svc/{Interlocked.Increment(ref _deployments)}",
        Status = "PRIMARY",
        TaskDefinition = definition,
        CreatedAt = at.UtcDateTime,
        UpdatedAt = at.UtcDateTime,
        RunningCount = 2,
        PendingCount = 0,
        RolloutState = DeploymentRolloutState.COMPLETED,
    };

    private List<Service> Of(string cluster) =>
        Clusters.TryGetValue(cluster[(cluster.LastIndexOf('/') + 1)..], out var services) ? services
        : throw new ClusterNotFoundException("Cluster not found.") { ErrorCode = "ClusterNotFoundException" };

    private static bool IsIn(EcsTask task, string cluster) =>
        task.ClusterArn.EndsWith($"/{cluster[(cluster.LastIndexOf('/') + 1)..]}", StringComparison.Ordinal);

    private static (List<T> Page, string? Next) Page<T>(List<T> all, string? token, int? size)
    {
        var start = token is null ? 0 : int.TryParse(token, out var at) ? at
            : throw Invalid("Invalid token.");
        var end = start + (size ?? 10);
        return ([.. all.Skip(start).Take(end - start)], end < all.Count ? $"{end}" : null);
    }

    private async Task<T> Call<T>(string operation, string subject, Func<T> call, CancellationToken cancellationToken)
    {
        await System.Threading.Tasks.Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Enqueue((operation, subject));
        Before(operation, subject);
        T answer;
        lock (_lock)
        {
            answer = call();
        }

        After(operation, subject);
        return answer;
    }
}
