using System.Globalization;
using System.Text.Json.Nodes;
using RotationLambdas.EndToEnd.Tests.Fixtures;
using RotationLambdas.Sandbox.Calls;
using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.Sqs;
using RotationLambdas.Sandbox.Template;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

/// <summary>
/// EcsRedeployment as it is deployed, behind the template's own rules, queue and policies: a secret changes, and what follows follows from that.
/// Only the times are shorter: events are gathered for a second or as long as a test says, and what failed comes again a second later.
/// </summary>
internal sealed class RedeploymentWorld : IAsyncDisposable
{
    public const string Cluster = "shop";
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly List<InvocationResult> _invocations = [];
    private readonly EventSourceMapping _mapping;

    private RedeploymentWorld(SandboxHost sandbox, TemplateDeployment deployment)
    {
        (Sandbox, Deployment) = (sandbox, deployment);
        Aws = new AwsJsonClient(sandbox.Endpoint);
        _mapping = sandbox.Sqs.EventSourceMappings.Single();
        Queue = sandbox.Sqs.Find(_mapping.Settings.QueueArn)!;
        // Not a shorter visibility time-out: messages would come back while they are being worked on, which the template's rules out.
        _mapping.BatchProcessed += (_, batch) => BringBack(batch.Failed);
        sandbox.Functions.Ended += Remember;
    }

    public SandboxHost Sandbox { get; }

    public TemplateDeployment Deployment { get; }

    /// <summary>The administrator's calls.</summary>
    public AwsJsonClient Aws { get; }

    /// <summary>The queue between the rules and the function.</summary>
    public MessageQueue Queue { get; }

    /// <summary>The function's name.</summary>
    public string Function => _mapping.Settings.FunctionName;

    /// <summary>How the function's invocations ended, in order.</summary>
    public IReadOnlyList<InvocationResult> Invocations
    {
        get
        {
            lock (_invocations)
            {
                return [.. _invocations];
            }
        }
    }

    public static async Task<RedeploymentWorld> StartAsync(int coalesceSeconds = 1)
    {
        var package = await PublishedFunctions.EcsRedeploymentAsync();
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions
        {
            Ecs = new EcsSettings { ProvisioningTime = TimeSpan.FromMilliseconds(20), PendingTime = TimeSpan.FromMilliseconds(20), StoppingTime = TimeSpan.FromMilliseconds(20) },
        });
        var stack = StackTemplate.Load(Repository.PathOf("template.yaml")).Resolve(
            new StackSettings("test", sandbox.Options.Region, sandbox.Options.AccountId, sandbox.Endpoint),
            new Dictionary<string, string>
            {
                ["VpcId"] = "vpc-0",
                ["SubnetIds"] = "subnet-0,subnet-1",
                ["DatabaseSecurityGroupId"] = "sg-0",
                ["CoalesceSeconds"] = coalesceSeconds.ToString(CultureInfo.InvariantCulture),
            });
        var deployment = TemplateDeployment.Deploy(sandbox, stack, new Dictionary<string, string> { ["EcsRedeploymentFunction"] = package });
        var world = new RedeploymentWorld(sandbox, deployment);
        await world.EcsAsync("CreateCluster", new() { ["clusterName"] = Cluster });
        return world;
    }

    /// <summary>Makes a secret.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> CreateSecretAsync(string name, string value)
    {
        var output = await Aws.CallAsync("secretsmanager.CreateSecret", new() { ["Name"] = name, ["SecretString"] = value, ["ClientRequestToken"] = Guid.NewGuid().ToString() });
        return (string)output["ARN"]!;
    }

    /// <summary>Gives a secret another value, as its owner does by hand; AWSCURRENT moves and Secrets Manager says so.</summary>
    /// <returns>The new version's id.</returns>
    public async Task<string> ChangeSecretAsync(string secret, string value)
    {
        var version = Guid.NewGuid().ToString();
        await Aws.CallAsync("secretsmanager.PutSecretValue", new() { ["SecretId"] = secret, ["SecretString"] = value, ["ClientRequestToken"] = version });
        return version;
    }

    /// <summary>Makes a service of its own task definition; its container's variable SECRET comes from there.</summary>
    public async Task CreateServiceAsync(string name, string? valueFrom, int count = 2, JsonObject? more = null)
    {
        var container = new JsonObject { ["name"] = "app", ["image"] = "shop/app:1.0", ["memory"] = 128 };
        if (valueFrom is not null)
        {
            container["secrets"] = new JsonArray(new JsonObject { ["name"] = "SECRET", ["valueFrom"] = valueFrom });
        }

        await EcsAsync("RegisterTaskDefinition", new()
        {
            ["family"] = name,
            ["executionRoleArn"] = "arn:aws:iam::123456789012:role/execution",
            ["containerDefinitions"] = new JsonArray(container),
        });
        var input = more?.DeepClone().AsObject() ?? [];
        (input["cluster"], input["serviceName"], input["taskDefinition"], input["desiredCount"]) = (Cluster, name, name, count);
        await EcsAsync("CreateService", input);
        await Sandbox.Ecs.WhenSteadyAsync().WaitAsync(Patience);
    }

    public Task<JsonObject> EcsAsync(string operation, JsonObject input) => Aws.CallAsync($"{Ecs}.{operation}", input);

    /// <summary>The values that a service's running tasks were given.</summary>
    public string[] Holds(string service) => [.. Running(service).Select(task => task.Environments["app"].GetValueOrDefault("SECRET") ?? "none").Distinct()];

    /// <summary>The service's running tasks.</summary>
    public IReadOnlyList<TaskView> Running(string service) => [.. Sandbox.Ecs.Tasks(Cluster, service).Where(task => task is { LastStatus: "RUNNING", DesiredStatus: "RUNNING" })];

    /// <summary>The names of the services that the function redeployed, one entry a call that was executed.</summary>
    public string[] Redeployed() => [.. CallsOf("UpdateService").Where(call => call.ErrorCode is null).Select(call => call.Resource!.Split('/')[^1]).Order(StringComparer.Ordinal)];

    /// <summary>The function's calls of an operation.</summary>
    public IEnumerable<RecordedCall> CallsOf(string operation) => Sandbox.Calls.Snapshot().Where(call => call.Caller == Function && call.Operation == operation);

    /// <summary>What the function called and logged, for an assertion's message.</summary>
    public string Story() => string.Join('\n', [
        .. Sandbox.Calls.Snapshot().Where(call => call.Caller == Function)
            .Select(call => string.Create(CultureInfo.InvariantCulture, $"{call.Time:HH:mm:ss.fff} {call.Operation} {call.Resource} {call.Status} {call.ErrorCode}")),
        .. Invocations.SelectMany(one => one.LogLines)]);

    /// <summary>Waits until nothing is left to be done: no task on its way, no event on its way, no message in the queue or in work.</summary>
    public async Task QuietAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var processed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void OnProcessed(object? sender, BatchProcessedEventArgs e) => processed.TrySetResult();
            // Listening begins before looking, or a batch that ends in between would be missed.
            _mapping.BatchProcessed += OnProcessed;
            try
            {
                await Sandbox.Ecs.WhenSteadyAsync(patience.Token);
                if (Queue is { ApproximateNumberOfMessages: 0, ApproximateNumberOfMessagesNotVisible: 0, ApproximateNumberOfMessagesDelayed: 0 })
                {
                    return;
                }

                await processed.Task.WaitAsync(patience.Token);
            }
            finally
            {
                _mapping.BatchProcessed -= OnProcessed;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _mapping.Dispose();
        Aws.Dispose();
        await Sandbox.DisposeAsync();
    }

    private void BringBack(IEnumerable<QueueMessage> failed)
    {
        foreach (var message in failed)
        {
            Queue.ChangeVisibility(message.ReceiptHandle!, TimeSpan.FromSeconds(1));
        }
    }

    private void Remember(object? sender, InvocationEndedEventArgs e)
    {
        lock (_invocations)
        {
            _invocations.Add(e.Result);
        }
    }
}
