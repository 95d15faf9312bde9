using Amazon.ECS;
using Amazon.SecretsManager;
using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>The whole function over the sandbox's Amazon ECS and Secrets Manager, which are as strict as AWS, on a clock that is moved by
/// hand. Events wait until a test delivers them.</summary>
internal sealed class Account : ICallGuard, IAsyncDisposable
{
    public const string Cluster = "shop";

    /// <summary>How long DescribeServices does not show a deployment.</summary>
    public static readonly TimeSpan VisibleAfter = TimeSpan.FromSeconds(3);

    private const string Role = "arn:aws:iam::123456789012:role/execution";
    private static readonly Caller Person = new("person", "person", "arn:aws:iam::123456789012:user/person");

    private readonly SandboxHost _aws;
    private readonly Turns _turns = new();
    private readonly RedeploymentHandler _handler;
    private readonly RedeploymentHandler _other;
    private int _sent;

    private Account(SandboxHost aws, FakeTimeProvider clock, RedeploymentOptions options, RedeploymentOptions otherOptions)
    {
        (_aws, Clock) = (aws, clock);
        _aws.AddGuard(this);
        _aws.Events.Subscribe(Arrived.Enqueue);
        (_handler, _other) = (HandlerOf("one", options, Bus), HandlerOf("two", otherOptions, new FakeEventBridge()));

        RedeploymentHandler HandlerOf(string process, RedeploymentOptions settings, FakeEventBridge bus)
        {
            var credentials = new BasicAWSCredentials(process, "x");
            var ecs = new AmazonECSClient(credentials, Local<AmazonECSConfig>(process));
            var secrets = new AmazonSecretsManagerClient(credentials, Local<AmazonSecretsManagerConfig>(process));
            return Composition.Handler(
                settings with { QueueUrl = new(FakeQueue.Url) }, new Clients(ecs, ecs, secrets, bus, Queue, new FakeCodeDeploy()),
                "eu-west-1", TextWriter.Null, new EagerClock(clock));
        }

        T Local<T>(string process) where T : ClientConfig, new() =>
            new() { ServiceURL = $"{aws.Endpoint}", MaxErrorRetry = 0, HttpClientFactory = _turns.ClientsOf(process) };
    }

    public FakeTimeProvider Clock { get; }

    public ConcurrentQueue<JsonObject> Arrived { get; } = new();

    public FakeEventBridge Bus { get; } = new();

    public FakeQueue Queue { get; } = new();

    public RenderingLogger Logger { get; } = new();

    /// <summary>Services in the order in which the function deployed them.</summary>
    public ConcurrentQueue<string> Redeployed { get; } = new();

    /// <summary>Sees the function's calls before Amazon ECS does.</summary>
    public Action<AwsCall> Before { get; set; } = _ => { };

    /// <param name="other">The options of the second process, where it belongs to another stack.</param>
    public static async Task<Account> StartAsync(RedeploymentOptions? options = null, RedeploymentOptions? other = null)
    {
        var clock = new FakeTimeProvider(Fixture.Noon);
        var aws = await SandboxHost.StartAsync(new SandboxOptions { TimeProvider = clock, Ecs = new() { VisibleAfter = VisibleAfter } });
        options ??= new RedeploymentOptions();
        var account = new Account(aws, clock, options, other ?? options);
        await account.EcsAsync("CreateCluster", new() { ["clusterName"] = Cluster });
        return account;
    }

    public void Authorize(AwsCall call)
    {
        if (call.Caller.FunctionName == Person.FunctionName)
        {
            return;
        }

        Before(call);
        if (call.Operation == "UpdateService")
        {
            Redeployed.Enqueue(((string)call.Input["service"]!).Split('/')[^1]);
        }
    }

    /// <summary>A person's call of Amazon ECS.</summary>
    public async Task<JsonObject> EcsAsync(string operation, JsonObject input) =>
        (await _aws.CallAsync(new AwsCall(_aws.Ecs.TargetPrefix, operation, input, Person, CancellationToken.None))).AsObject();

    /// <summary>A person's call of Secrets Manager.</summary>
    public async Task<JsonObject> SecretAsync(string operation, JsonObject input)
    {
        input["ClientRequestToken"] = Guid.NewGuid().ToString();
        return (await _aws.CallAsync(new AwsCall("secretsmanager", operation, input, Person, CancellationToken.None))).AsObject();
    }

    /// <summary>Stores a secret that has a previous version.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> StoreAsync(string name)
    {
        var arn = (string)(await SecretAsync("CreateSecret", new() { ["Name"] = name, ["SecretString"] = "first" }))["ARN"]!;
        Pass(minutes: 1);
        await PutAsync(arn, "second");
        Pass(minutes: 1);
        return arn;
    }

    public Task PutAsync(string secret, string value) =>
        SecretAsync("PutSecretValue", new() { ["SecretId"] = secret, ["SecretString"] = value });

    /// <summary>From now on no task that reads the secret starts, or every one does.</summary>
    public void Break(string secret, bool isBroken)
    {
        Action<string, string> set = isBroken ? _aws.Ecs.DenySecretReads : _aws.Ecs.AllowSecretReads;
        set(Role, secret);
    }

    /// <summary>Registers a revision whose container reads the secrets.</summary>
    public async Task<string> DefineAsync(string family, params string[] secrets) =>
        (string)(await EcsAsync("RegisterTaskDefinition", new()
        {
            ["family"] = family,
            ["executionRoleArn"] = Role,
            ["containerDefinitions"] = new JsonArray(new JsonObject
            {
                ["name"] = "app",
                ["image"] = "example/app:1.0.0",
                ["memory"] = 128,
                ["secrets"] = new JsonArray([.. secrets.Select((from, i) => new JsonObject { ["name"] = $"S{i}", ["valueFrom"] = from })]),
            }),
        }))["taskDefinition"]!["taskDefinitionArn"]!;

    /// <summary>Creates a service of a definition of its own.</summary>
    /// <param name="more">Members of CreateService, as JSON.</param>
    public async Task<string> CreateAsync(string name, string[] secrets, string more = "{}")
    {
        var input = JsonNode.Parse(more)!.AsObject();
        (input["cluster"], input["serviceName"], input["taskDefinition"]) = (Cluster, name, await DefineAsync(name, secrets));
        input["desiredCount"] ??= 2;
        var primary = IdOf(await EcsAsync("CreateService", input));
        Pass(minutes: 10);
        return primary;
    }

    /// <summary>A person's deployment of a service, of its own revision or another.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> DeployAsync(string service, string? definition = null)
    {
        var input = new JsonObject { ["cluster"] = Cluster, ["service"] = service, ["forceNewDeployment"] = true };
        if (definition is not null)
        {
            input["taskDefinition"] = definition;
        }

        return IdOf(await EcsAsync("UpdateService", input));
    }

    public async Task<JsonObject> DescribeAsync(string service) =>
        (await EcsAsync("DescribeServices", new() { ["cluster"] = Cluster, ["services"] = new JsonArray(service) }))["services"]![
            0]!.AsObject();

    /// <summary>The service's deployments of the last 90 days, newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> HistoryAsync(string service) =>
        [.. (await EcsAsync("ListServiceDeployments",
            new() { ["cluster"] = Cluster, ["service"] = service }))["serviceDeployments"]!.AsArray()!];

    /// <summary>An operator's roll-back of the newest deployment.</summary>
    public async Task RollBackAsync(string service) => await EcsAsync("StopServiceDeployment", new()
    {
        ["serviceDeploymentArn"] = (string)(await HistoryAsync(service))[0]["serviceDeploymentArn"]!,
        ["stopType"] = "ROLLBACK",
    });

    public Task TagAsync(string service, string key, string value) => EcsAsync("TagResource", new()
    {
        ["resourceArn"] = $"{FakeEcs.Home}:service/{Cluster}/{service}",
        ["tags"] = new JsonArray(new JsonObject { ["key"] = key, ["value"] = value }),
    });

    /// <summary>Tasks that run or are about to; those of no service with an empty name.</summary>
    public IReadOnlyList<TaskView> Tasks(string service = "") =>
        [.. _aws.Ecs.Tasks(Cluster)
            .Where(task => (task.Service ?? "") == service && task is { DesiredStatus: "RUNNING" } && task.LastStatus != "STOPPED")];

    public void Pass(double minutes) => Clock.Advance(TimeSpan.FromMinutes(minutes));

    /// <summary>Events that arrived since the last call.</summary>
    public IReadOnlyList<JsonObject> TakeEvents()
    {
        List<JsonObject> events = [];
        while (Arrived.TryDequeue(out var one))
        {
            if ((string?)one["detail-type"] is "Secret Label Updated" or "ECS Deployment State Change")
            {
                events.Add(one);
            }
        }

        return events;
    }

    /// <summary>Messages that the function sent to itself since the last call, as if their delays had passed.</summary>
    public IReadOnlyList<JsonObject> TakeMessages()
    {
        var messages = Queue.Sent.Skip(_sent).Select(message => JsonNode.Parse(message.Body)!.AsObject()).ToList();
        _sent += messages.Count;
        return messages;
    }

    /// <summary>Invokes the function with a batch, and then with what it gives back, as the queue does, five times at most.</summary>
    public async Task BatchAsync(params JsonNode[] events)
    {
        for (var receive = 1; receive <= 5 && events.Length > 0; receive++)
        {
            var retry = Fixture.ToRetry(await InvokeAsync(Fixture.BatchOf(receive, events)));
            events = [.. events.Where((_, i) => retry.Contains($"m{i}"))];
            Pass(minutes: events.Length > 0 ? 1 : 0);
        }
    }

    /// <summary>Invokes two processes at once, which alternate call by call.</summary>
    /// <returns>The events that the queue would redeliver.</returns>
    public async Task<IReadOnlyList<JsonNode>> TwoAtOnceAsync(int seed, JsonNode[] one, JsonNode[] two)
    {
        var retry = new ConcurrentBag<JsonNode>();
        await _turns.TakeAsync(seed, ("one", () => RunAsync(_handler, one)), ("two", () => RunAsync(_other, two)));
        return [.. retry];

        async Task RunAsync(RedeploymentHandler handler, JsonNode[] events)
        {
            var answer = await Fixture.InvokeAsync(handler, Fixture.BatchOf(1, events), Logger, TimeSpan.FromMinutes(15));
            Fixture.ToRetry(answer).ToList().ForEach(id => retry.Add(events[int.Parse(id[1..])]));
        }
    }

    public Task<JsonNode> InvokeAsync(JsonNode input) => Fixture.InvokeAsync(_handler, input, Logger, TimeSpan.FromMinutes(15));

    /// <summary>Delivers everything that waits, and sweeps, for some hours.</summary>
    public async Task SettleAsync(int rounds = 12)
    {
        for (var round = 0; round < rounds; round++)
        {
            await BatchAsync([.. TakeEvents(), .. TakeMessages()]);
            Pass(minutes: 20);
            await BatchAsync(Fixture.Sweep(Clock.GetUtcNow()));
        }
    }

    /// <summary>The last report of a secret.</summary>
    public JsonNode? ReportOf(string secret) =>
        Bus.DetailsOf("Secret Consumers Status").LastOrDefault(detail => (string)detail["secret"]! == secret);

    public async ValueTask DisposeAsync() => await _aws.DisposeAsync();

    private static string IdOf(JsonObject answer) =>
        (string?)answer["service"]!["deployments"]!.AsArray().FirstOrDefault()?["id"] ?? (string?)answer["service"]!["taskSets"]![0]!["id"]
            ?? "";
}
