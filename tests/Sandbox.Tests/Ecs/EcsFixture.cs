using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.Sandbox.Tests.Ecs;

/// <summary>ECS with a clock that is moved by hand, without a wire; what it publishes is kept.</summary>
internal sealed class EcsFixture : IDisposable
{
    public const string Role = "arn:aws:iam::123456789012:role/exec";
    private static readonly Caller Administrator = new("AKIA", null, "arn:aws:iam::123456789012:root");
    private readonly Scheduler _scheduler;

    public EcsFixture(EcsSettings? settings = null)
    {
        _scheduler = new Scheduler(Clock);
        _scheduler.Failed += (_, failure) => Failures.Add((Exception)failure.ExceptionObject);
        Bus.Subscribe(Published.Add);
        Ecs = new EcsService(new SandboxOptions { TimeProvider = Clock }, settings ?? new EcsSettings(), Bus, Secrets, _scheduler);
    }

    public FakeTimeProvider Clock { get; } = new(TestTime.Start);

    public EcsService Ecs { get; }

    public KnownSecrets Secrets { get; } = new();

    public List<JsonObject> Published { get; } = [];

    public List<Exception> Failures { get; } = [];

    private EventBus Bus { get; } = new();

    public async Task<JsonNode> CallAsync(string operation, string input) =>
        await Ecs.CallAsync(
            new AwsCall(Ecs.TargetPrefix, operation, JsonNode.Parse(input)!.AsObject(), Administrator, CancellationToken.None));

    public async Task<string> RegisterAsync(string family = "app", string container = "", string task = "")
    {
        var answer = await CallAsync("RegisterTaskDefinition",
            "{\"family\":\"" + family + "\",\"executionRoleArn\":\"" + Role
                + "\",\"containerDefinitions\":[{\"name\":\"main\",\"image\":\"nginx\",\"memory\":128" + container + "}]" + task + "}");
        return answer["taskDefinition"]!["taskDefinitionArn"]!.GetValue<string>();
    }

    /// <summary>A cluster <c>c</c> with a task definition and a service <c>s</c> of it.</summary>
    public async Task CreateAsync(int desired, string more = "", string container = "")
    {
        await CallAsync("CreateCluster", """{"clusterName":"c"}""");
        var definition = await RegisterAsync(container: container);
        await CallAsync(
            "CreateService", "{\"cluster\":\"c\",\"serviceName\":\"s\",\"taskDefinition\":\"" + definition + "\",\"desiredCount\":"
            + desired + more + "}");
    }

    public Task<JsonNode> ForceAsync() => CallAsync("UpdateService", """{"cluster":"c","service":"s","forceNewDeployment":true}""");

    public async Task<JsonNode> ServiceAsync() =>
        (await CallAsync("DescribeServices", """{"cluster":"c","services":["s"],"include":["TAGS"]}"""))["services"]![0]!;

    public void Pass(double seconds)
    {
        Clock.Pass(TimeSpan.FromSeconds(seconds));
        Failures.ShouldBeEmpty();
    }

    public IReadOnlyList<TaskView> Running() =>
        [.. Ecs.Tasks("c", "s").Where(task => task is { LastStatus: "RUNNING", DesiredStatus: "RUNNING" })];

    public string[] Events(string detailType) =>
        [.. Published.Where(one => (string?)one["detail-type"] == detailType).Select(one => (string?)one["detail"]!["eventName"] ?? "")];

    public void Dispose() => _scheduler.Dispose();
}
