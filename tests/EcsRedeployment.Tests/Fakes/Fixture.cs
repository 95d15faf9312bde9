using Amazon.Lambda.TestUtilities;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>The whole function over an account in memory. It is noon; the secret `db` is a year old.</summary>
internal sealed class Fixture
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Yesterday = Noon.AddDays(-1);

    private readonly StringWriter _metrics = new();
    private readonly Lazy<RedeploymentHandler> _handler;
    private readonly RedeploymentOptions _options;

    public Fixture(RedeploymentOptions? options = null)
    {
        (Ecs, CodeDeploy) = (new FakeEcs(Clock), new FakeCodeDeploy(Clock));
        Db = Secrets.Add("db", Noon.AddYears(-1));
        _options = options ?? new RedeploymentOptions
        {
            ReadsPerSecond = 100,
            UpdatesPerSecond = 50,
            QueueUrl = new(FakeQueue.Url),
            Canaries = 1000,
            MaxRollouts = 10_000,
        };
        _handler = new(NewHandler);
    }

    public EagerClock Clock { get; } = new(Noon);

    public FakeEcs Ecs { get; }

    public FakeSecrets Secrets { get; } = new();

    public FakeEventBridge Bus { get; } = new();

    public FakeCodeDeploy CodeDeploy { get; }

    public FakeQueue Queue { get; } = new();

    public Amazon.SecretsManager.Model.DescribeSecretResponse Db { get; }

    public RenderingLogger Logger { get; } = new();

    public TimeSpan RemainingTime { get; set; } = TimeSpan.FromMinutes(15);

    public IReadOnlyList<JsonNode> Metrics =>
        [.. _metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    public IReadOnlyList<string> Redeployed =>
        [.. Ecs.Calls.Where(call => call.Operation == "UpdateService").Select(call => call.Subject.Split('/')[^1]).Order()];

    /// <summary>Another process, of this stack or another: they share nothing but AWS.</summary>
    public RedeploymentHandler NewHandler() =>
        Composition.Handler(_options, new Clients(Ecs, Ecs, Secrets, Bus, Queue, CodeDeploy), "eu-west-1", _metrics, Clock);

    /// <summary>Adds a service of the cluster `blue` that reads `db`, deployed yesterday.</summary>
    public Amazon.ECS.Model.Service Add(string name = "web") => Ecs.Add("blue", name, Ecs.Define(name, Db.ARN), Yesterday);

    /// <summary>Rotates `db` at a moment, ten seconds ago if none is given, and gives the event of it.</summary>
    public JsonObject RotateDb(DateTimeOffset? at = null)
    {
        var moment = at ?? Clock.GetUtcNow().AddSeconds(-10);
        Secrets.Rotate(Db, moment);
        return LabelUpdated(Db.ARN, moment);
    }

    public static JsonObject LabelUpdated(string arn, DateTimeOffset at, string region = "eu-west-1") => Event(
        "aws.secretsmanager", "Secret Label Updated", at, [arn],
            new() { ["name"] = "db", ["labelUpdated"] = "AWSCURRENT", ["versionId"] = "v2" }, region);

    public static JsonObject DeploymentEnded(string service, string eventName, DateTimeOffset at) => Event(
        "aws.ecs", "ECS Deployment State Change", at, [service], new() { ["eventName"] = eventName, ["reason"] = "" });

    /// <summary>A call of Secrets Manager that CloudTrail recorded.</summary>
    public static JsonObject Recorded(string call, string secretId, DateTimeOffset at) => Event(
        "aws.secretsmanager", "AWS API Call via CloudTrail", at, [],
        new() { ["eventName"] = call, ["requestParameters"] = new JsonObject { ["secretId"] = secretId } });

    public static JsonObject Sweep(DateTimeOffset at) => Event("aws.events", "Scheduled Event", at, [], []);

    public static JsonObject Event(
        string source, string detailType, DateTimeOffset at, string[] resources, JsonObject detail, string region = "eu-west-1") => new()
        {
            ["version"] = "0",
            ["id"] = "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
            ["source"] = source,
            ["detail-type"] = detailType,
            ["account"] = "123456789012",
            ["region"] = region,
            ["time"] = at.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["resources"] = new JsonArray([.. resources.Select(r => (JsonNode)r)]),
            ["detail"] = detail,
        };

    /// <summary>Invokes the function with a batch, and gives the ids of the messages to retry: m0, m1 and so on.</summary>
    public async Task<IReadOnlyList<string>> BatchAsync(params JsonNode[] events) => await RedeliverAsync(1, events);

    public async Task<IReadOnlyList<string>> RedeliverAsync(int receiveCount, params JsonNode[] events) =>
        ToRetry(await InvokeAsync(BatchOf(receiveCount, events)));

    public Task<JsonNode> InvokeAsync(JsonNode input) => InvokeAsync(_handler.Value, input, Logger, RemainingTime);

    public static async Task<JsonNode> InvokeAsync(RedeploymentHandler handler, JsonNode input, RenderingLogger logger, TimeSpan remaining)
    {
        var context = new TestLambdaContext { Logger = logger, RemainingTime = remaining };
        var answer = await handler.HandleAsync(new MemoryStream(Encoding.UTF8.GetBytes(input.ToJsonString())), context);
        return (await JsonNode.ParseAsync(answer))!;
    }

    /// <summary>An operation fails, for all subjects or those with a text in them; without a name any operation.</summary>
    public static Action<string, string> Refusing(string operation, Exception error, string subject = "") => (name, about) =>
    {
        if ((operation.Length == 0 || name == operation) && about.Contains(subject, StringComparison.Ordinal))
        {
            throw error;
        }
    };

    /// <summary>What happens at an operation, for any subject.</summary>
    public static Action<string, string> On(string operation, Action act) => (name, _) =>
    {
        if (name == operation)
        {
            act();
        }
    };

    /// <summary>What the queue invokes the function with: messages m0, m1 and so on.</summary>
    public static JsonObject BatchOf(int receiveCount, params JsonNode[] events)
    {
        var records = events.Select((one, i) => (JsonNode)new JsonObject
        {
            ["messageId"] = $"m{i}",
            ["receiptHandle"] = $"r{i}",
            ["eventSourceARN"] = "arn:aws:sqs:eu-west-1:123456789012:redeployment",
            ["body"] = one.ToJsonString(),
            ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = $"{receiveCount}" },
        });
        return new JsonObject { ["Records"] = new JsonArray([.. records]) };
    }

    public static IReadOnlyList<string> ToRetry(JsonNode answer) =>
        [.. answer["batchItemFailures"]!.AsArray().Select(item => item!["itemIdentifier"]!.GetValue<string>())];

    public double Metric(string name) => Metrics.Where(line => line[name] is not null).Sum(line => line[name]!.GetValue<double>());
}
