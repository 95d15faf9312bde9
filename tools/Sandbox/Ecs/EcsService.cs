using RotationLambdas.Sandbox.Ecs.Operations;
using RotationLambdas.Sandbox.Ecs.Runners;
using RotationLambdas.Sandbox.Ecs.Secrets;

namespace RotationLambdas.Sandbox.Ecs;

/// <summary>ECS: clusters, task definitions, services with rolling deployments, and tasks that get their secrets when they start and never
/// after.</summary>
public sealed class EcsService : IAwsService
{
    private readonly EcsState _state;
    private readonly SecretReader _secrets;
    private readonly ContainerStarter _starter;
    private readonly ClusterOperations _clusters;
    private readonly TaskDefinitionOperations _taskDefinitions;
    private readonly ServiceOperations _services;
    private readonly UpdateServiceOperation _updateService;
    private readonly TaskOperations _tasks;
    private readonly ServiceDeploymentOperations _serviceDeployments;

    public EcsService(SandboxOptions options, EcsSettings settings, EventBus events, IAwsService secretsManager, Scheduler scheduler)
    {
        var arns = new EcsArn(options.Region, options.AccountId);
        _state = new EcsState(scheduler);
        _secrets = new SecretReader(options, secretsManager);
        _starter = new ContainerStarter(_secrets);
        var ecsEvents = new EcsEvents(options, events, _state.Outbox);
        var maker = new TaskMaker(arns);
        var engine = new DeploymentEngine(_state, settings, ecsEvents, maker);
        var lifecycle = new TaskLifecycle(_state, settings, ecsEvents, engine, _starter);
        engine.Tasks = lifecycle;
        lifecycle.Changed += task => TaskChanged?.Invoke(this, View(task));

        var lookup = new Lookup(_state);
        _clusters = new ClusterOperations(_state, arns);
        _taskDefinitions = new TaskDefinitionOperations(_state, lookup, arns);
        _services = new ServiceOperations(_state, lookup, arns, engine);
        _updateService = new UpdateServiceOperation(lookup, arns, engine, settings);
        _tasks = new TaskOperations(lookup, arns, maker, lifecycle);
        _serviceDeployments = new ServiceDeploymentOperations(lookup, arns, engine);
    }

    public event EventHandler<TaskView>? TaskChanged;

    public string TargetPrefix => "AmazonEC2ContainerServiceV20141113";

    public void AddTaskRunner(ITaskRunner runner) => _starter.Add(runner);

    public void DenySecretReads(string executionRoleArn, string secretArn) => _secrets.Deny(executionRoleArn, secretArn);

    public void AllowSecretReads(string executionRoleArn, string secretArn) => _secrets.Allow(executionRoleArn, secretArn);

    public IReadOnlyList<TaskView> Tasks(string cluster, string? service = null) => _state.Change<IReadOnlyList<TaskView>>(_ =>
        [.. (_state.Clusters.GetValueOrDefault(cluster)?.Tasks.Values ?? Enumerable.Empty<EcsTask>())
            .Where(task => service is null || task.Service?.Name == service).Select(View)]);

    public Task WhenSteadyAsync(CancellationToken cancellationToken = default) =>
        _state.Change(_ => _services.WhenSteady()).WaitAsync(cancellationToken);

    public Task StopRealTasksAsync() =>
        Task.WhenAll(_state.Change(_ => _state.Clusters.Values.SelectMany(static cluster => cluster.Tasks.Values)
        .SelectMany(static task => task.Containers).Select(static container => container.Running).OfType<IRunningContainer>().ToList())
        .Select(static container => container.StopAsync(TimeSpan.Zero)));

    public Task<JsonNode> CallAsync(AwsCall call) => Task.FromResult<JsonNode>(_state.Change(now => Answer(call, call.Input, now)));

    private JsonObject Answer(AwsCall call, JsonObject input, DateTimeOffset now) => call.Operation switch
    {
        "CreateCluster" => _clusters.Create(input),
        "ListClusters" => _clusters.List(input),
        "RegisterTaskDefinition" => _taskDefinitions.Register(input, now, call.Caller.Arn),
        "DeregisterTaskDefinition" => _taskDefinitions.Deregister(input, now),
        "DescribeTaskDefinition" => _taskDefinitions.Describe(input),
        "CreateService" => _services.Create(input, now, call.Caller.Arn),
        "UpdateService" => _updateService.Call(input, now),
        "ListServices" => _services.List(input),
        "DescribeServices" => _services.Describe(input, now),
        "RunTask" => _tasks.Run(input, now),
        "StopTask" => _tasks.Stop(input, now),
        "ListTasks" => _tasks.List(input),
        "DescribeTasks" => _tasks.Describe(input),
        "UpdateTaskProtection" => _tasks.UpdateProtection(input, now),
        "GetTaskProtection" => _tasks.GetProtection(input, now),
        "ListServiceDeployments" => _serviceDeployments.List(input, now),
        "DescribeServiceDeployments" => _serviceDeployments.Describe(input, now),
        "StopServiceDeployment" => _serviceDeployments.Stop(input, now),
        "TagResource" => _services.Tag(input),
        _ => throw EcsErrors.UnknownOperation(call.Operation),
    };

    private static TaskView View(EcsTask task) => new(
        task.Arn, task.Cluster.Name, task.Service?.Name, task.TaskDefinition.Arn, task.StartedBy, task.LastStatus, task.DesiredStatus,
            task.CreatedAt, task.StartedAt, task.StoppedAt,
        task.StoppedReason, task.Containers.ToDictionary(
            static container => container.Definition.Name, static container => container.Environment));
}
