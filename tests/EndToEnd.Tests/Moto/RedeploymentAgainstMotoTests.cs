namespace RotationLambdas.EndToEnd.Tests.Moto;

/// <summary>EcsRedeployment as it is deployed, against another implementation of Amazon ECS and Secrets Manager than this
/// project's.</summary>
[Trait("Needs", "moto_server")]
public sealed class RedeploymentAgainstMotoTests
{
    private const string Function = "EcsRedeployment";
    private const int TasksPerService = 2;
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";

    [ToolFact("moto_server")]
    public async Task The_services_that_hold_the_old_value_are_redeployed_once()
    {
        await using var moto = await MotoServer.StartAsync(TasksPerService);
        await using var relay = MotoRelay.Start(moto);
        await using var sandbox = await SandboxHost.StartAsync(new());
        using var aws = new AwsJsonClient(moto.Endpoint);
        var secret = await aws.CreateSecretAsync("db", "first");
        var other = await aws.CreateSecretAsync("db-replica", "first");
        await aws.CallAsync($"{Ecs}.CreateCluster", new() { ["clusterName"] = "blue" });
        await AddServiceAsync(aws, "web", $"{secret}:password::");
        await AddServiceAsync(aws, "worker", secret[..^7]);
        await AddServiceAsync(aws, "replica", other);
        var before = await DeploymentsAsync(aws);
        await aws.PutSecretValueAsync(secret, "second");
        sandbox.Functions.Start(new FunctionDefinition
        {
            Name = Function,
            PackageFolder = await PublishedFunctions.EcsRedeploymentAsync(),
            Timeout = TimeSpan.FromSeconds(60),
            Environment = new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = relay.Endpoint.ToString(),
                ["DRY_RUN"] = "false",
                ["SECRET_NAME_PREFIXES"] = "db",
                ["CANARIES"] = "2",
                ["MINIMUM_INTERVAL_SECONDS"] = "0",
            },
        });

        var report = await InvokeAsync(sandbox, secret);
        var after = await DeploymentsAsync(aws);
        await InvokeAsync(sandbox, secret);

        Changed(before, after).ShouldBe(["web", "worker"], report);
        (await DeploymentsAsync(aws)).ShouldBe(after);
    }

    private static async Task<string> InvokeAsync(SandboxHost sandbox, string secret)
    {
        var result = await sandbox.Functions.InvokeAsync(Function, new JsonObject { ["secretId"] = secret });
        result.Succeeded.ShouldBeTrue($"{result.ErrorType} {result.ErrorMessage}");
        result.Payload!["problems"]!.AsArray().ShouldBeEmpty();
        return result.Payload.ToJsonString();
    }

    private static async Task AddServiceAsync(AwsJsonClient aws, string name, string valueFrom)
    {
        await aws.CallAsync($"{Ecs}.RegisterTaskDefinition", TemplateFixture.TaskDefinition(name, valueFrom));
        await aws.CallAsync($"{Ecs}.CreateService", new()
        {
            ["cluster"] = "blue",
            ["serviceName"] = name,
            ["taskDefinition"] = name,
            ["desiredCount"] = TasksPerService,
        });
    }

    private static async Task<IReadOnlyDictionary<string, string>> DeploymentsAsync(AwsJsonClient aws)
    {
        var answer = await aws.CallAsync($"{Ecs}.DescribeServices", new()
        {
            ["cluster"] = "blue",
            ["services"] = new JsonArray("web", "worker", "replica"),
        });
        return answer["services"]!.AsArray()
            .ToDictionary(service => (string)service!["serviceName"]!, service => (string)service!["deployments"]![0]!["id"]!);
    }

    private static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Keys.Where(service => before[service] != after[service]).Order(StringComparer.Ordinal);
}
