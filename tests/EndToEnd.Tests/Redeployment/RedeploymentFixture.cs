using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.EventBridge;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

/// <summary>EcsRedeployment as it is deployed, behind the template's own rules, queue and policies: a secret changes, and what follows
/// follows from that. Only the times are shorter: events are gathered for a second or as long as a test sets, a failed message is
/// redelivered a second later, the function waits one second for a canary, and a service may be deployed as often as its secret
/// changes.</summary>
internal sealed class RedeploymentFixture : TemplateFixture
{
    public const string Cluster = "shop";

    private readonly ConcurrentQueue<InvocationResult> _invocations = new();
    private readonly EventSourceMapping _mapping;

    private RedeploymentFixture(SandboxHost sandbox, string package)
        : base(sandbox)
    {
        Deploy(
            new Dictionary<string, string> { ["EcsRedeploymentFunction"] = package },
            new() { ["CoalesceSeconds"] = "1" },
            stack => WithVariables(
                stack, new Dictionary<string, string> { ["CANARY_WAIT_SECONDS"] = "1", ["MINIMUM_INTERVAL_SECONDS"] = "0" }));
        _mapping = sandbox.Sqs.EventSourceMappings.Single();
        Queue = sandbox.Sqs.Find(_mapping.Settings.QueueArn)!;
        // Not a shorter visibility time-out: messages would come back while they are being worked on, which the template's rules out.
        _mapping.BatchProcessed += (_, failed) => BringBack(failed);
        sandbox.Functions.Ended += (_, ended) => _invocations.Enqueue(ended);
    }

    /// <summary>The queue between the rules and the function.</summary>
    public MessageQueue Queue { get; }

    /// <summary>The function's name.</summary>
    public string Function => _mapping.Settings.FunctionName;

    /// <summary>How the function's invocations ended, in order.</summary>
    public IReadOnlyList<InvocationResult> Invocations => [.. _invocations];

    /// <summary>A queue that receives the function's own events of a kind.</summary>
    public MessageQueue Receive(string detailType)
    {
        var queue = Sandbox.Sqs.CreateQueue("outcomes");
        var pattern = new JsonObject { ["source"] = new JsonArray("rotation-lambdas"), ["detail-type"] = new JsonArray(detailType) };
        Sandbox.EventBridge.PutRule(new EventRuleSettings { Name = queue.Name, EventPattern = pattern });
        Sandbox.EventBridge.PutTargets(queue.Name, new EventTarget { Id = "q", Arn = queue.Arn });
        return queue;
    }

    public static async Task<RedeploymentFixture> StartAsync()
    {
        var package = await PublishedFunctions.EcsRedeploymentAsync();
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions
        {
            Ecs = new EcsSettings
            {
                ProvisioningTime = TimeSpan.FromMilliseconds(20),
                PendingTime = TimeSpan.FromMilliseconds(20),
                StoppingTime = TimeSpan.FromMilliseconds(20),
                StartRetryDelay = TimeSpan.FromMilliseconds(50),
            },
        });
        var fixture = new RedeploymentFixture(sandbox, package);
        await fixture.EcsAsync("CreateCluster", new() { ["clusterName"] = Cluster });
        return fixture;
    }

    /// <summary>Makes a service of its own task definition; its container's variable SECRET comes from there.</summary>
    public Task CreateServiceAsync(string name, string? valueFrom, int count = 2, JsonObject? more = null)
    {
        var service = more?.DeepClone().AsObject() ?? [];
        (service["cluster"], service["desiredCount"]) = (Cluster, count);
        return StartServiceAsync(name, valueFrom, service);
    }

    /// <summary>The values that a service's running tasks were given.</summary>
    public string[] Holds(string service) =>
        [.. Running(service).Select(task => task.Environments["app"].GetValueOrDefault("SECRET") ?? "none").Distinct()];

    public IReadOnlyList<TaskView> Running(string service) =>
        [.. Sandbox.Ecs.Tasks(Cluster, service).Where(task => task is { LastStatus: "RUNNING", DesiredStatus: "RUNNING" })];

    /// <summary>The names of the services that the function redeployed, one entry a call that was executed.</summary>
    public string[] Redeployed() =>
        [.. CallsOf("UpdateService").Where(call => call.ErrorCode is null).Select(call => call.Resource!.Split('/')[^1])
            .Order(StringComparer.Ordinal)];

    /// <summary>The function's calls of an operation.</summary>
    public IEnumerable<RecordedCall> CallsOf(string operation) =>
        Sandbox.Calls.Snapshot().Where(call => call.Caller == Function && call.Operation == operation);

    /// <summary>What the function called and logged, for an assertion's message.</summary>
    public string Story() => string.Join('\n', [
        .. Sandbox.Calls.Snapshot().Where(call => call.Caller == Function)
            .Select(call =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{call.Time:HH:mm:ss.fff} {call.Operation} {call.Resource} {call.Status} {call.ErrorCode}")),
        .. Invocations.SelectMany(one => one.LogLines)]);

    public override async ValueTask DisposeAsync()
    {
        _mapping.Dispose();
        await base.DisposeAsync();
    }

    private void BringBack(IEnumerable<QueueMessage> failed)
    {
        foreach (var message in failed)
        {
            Queue.ChangeVisibility(message.ReceiptHandle!, TimeSpan.FromSeconds(1));
        }
    }
}
