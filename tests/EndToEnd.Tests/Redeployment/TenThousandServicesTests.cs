using RotationLambdas.Sandbox.Ecs;
using Xunit.Abstractions;

namespace RotationLambdas.EndToEnd.Tests.Redeployment;

/// <summary>EcsRedeployment as it is deployed, in a large account: 200 clusters of 50 services, 2,000 task definition revisions, and five
/// secrets that change at once. What is asserted is that it does the right thing with as few calls as there can be, and in how much
/// memory; times are printed only.</summary>
public sealed class TenThousandServicesTests(ITestOutputHelper output)
{
    private const string Function = "EcsRedeployment";
    private const int Clusters = 200;
    private const int ServicesPerCluster = 50;
    private const int Revisions = 2000;
    private const int Secrets = 5;
    private const int RevisionsWithSecret = 50; // Of ten thousand services, 250 hold one of the five secrets.
    private const int MemoryLimit = 256 * 1024 * 1024;

    private static readonly Dictionary<string, int> Floor = new()
    {
        ["DescribeSecret"] = Secrets,
        ["ListClusters"] = Clusters / 100,
        ["ListServices"] = Clusters,
        ["DescribeServices"] = Clusters * ServicesPerCluster / 10,
        ["DescribeTaskDefinition"] = Revisions,
        ["ListServiceDeployments"] = Stale, // Before each UpdateService, because each service was deployed in the last six hours.
        ["UpdateService"] = Stale,
        ["PutEvents"] = 1,
    };

    private const int Stale = Clusters * ServicesPerCluster * RevisionsWithSecret / Revisions;

    [Fact]
    public async Task Five_secrets_that_change_at_once_take_the_fewest_calls()
    {
        var instant = new EcsSettings { ProvisioningTime = TimeSpan.Zero, PendingTime = TimeSpan.Zero, StoppingTime = TimeSpan.Zero };
        await using var sandbox = await SandboxHost.StartAsync(new() { Ecs = instant });
        var secrets = await BuildAsync(sandbox);
        sandbox.Functions.Start(new FunctionDefinition
        {
            Name = Function,
            PackageFolder = await PublishedFunctions.EcsRedeploymentAsync(),
            Timeout = TimeSpan.FromMinutes(10),
            MemorySize = 512,
            Environment = new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = sandbox.Endpoint.ToString(),
                ["DRY_RUN"] = "false",
                ["SECRET_NAME_PREFIXES"] = "app",
                ["CANARIES"] = "100", // More than the 50 services of a secret: all are deployed by one invocation.
                ["MAX_ROLLOUTS"] = "10000",
                ["MINIMUM_INTERVAL_SECONDS"] = "0",
                ["ECS_READS_PER_SECOND"] = "100",
                ["ECS_UPDATES_PER_SECOND"] = "50",
            },
        });

        await ChangeAsync(sandbox, secrets);
        var cold = await InvokeAsync(sandbox, Batch(secrets), "cold");
        await sandbox.Ecs.WhenSteadyAsync();
        await ChangeAsync(sandbox, secrets);
        var events = Batch(secrets);
        var warm = await InvokeAsync(sandbox, events, "warm");
        await sandbox.Ecs.WhenSteadyAsync();
        var redelivered = await InvokeAsync(sandbox, events, "redelivered");

        cold.ShouldBe(Floor, ignoreOrder: true);
        warm.ShouldBe(Floor.Where(call => call.Key != "DescribeTaskDefinition"), ignoreOrder: true);
        redelivered.ContainsKey("UpdateService").ShouldBeFalse();
    }

    private static async Task ChangeAsync(SandboxHost sandbox, IReadOnlyList<string> secrets)
    {
        foreach (var secret in secrets)
        {
            var token = Guid.NewGuid().ToString();
            await CallAsync(
                sandbox.SecretsManager, "PutSecretValue",
                new() { ["SecretId"] = secret, ["SecretString"] = token, ["ClientRequestToken"] = token });
        }
    }

    private async Task<Dictionary<string, int>> InvokeAsync(SandboxHost sandbox, JsonObject events, string run)
    {
        sandbox.Calls.Clear();
        var result = await sandbox.Functions.InvokeAsync(Function, events);
        result.Succeeded.ShouldBeTrue($"{result.ErrorType} {result.ErrorMessage}");
        result.Payload!["batchItemFailures"]!.AsArray().ShouldBeEmpty();
        result.PeakMemory.ShouldNotBeNull().ShouldBeLessThan(MemoryLimit);
        var calls = sandbox.Calls.Snapshot().Where(call => call.Caller == Function).CountBy(call => call.Operation).ToDictionary();
        // Each service is read once more right before its UpdateService.
        calls["DescribeServices"].ShouldBe(Floor["DescribeServices"] + calls.GetValueOrDefault("UpdateService"));
        calls["DescribeServices"] = Floor["DescribeServices"];
        output.WriteLine(
            $"{run}: {calls.Values.Sum()} calls in {result.Duration.TotalSeconds:0.0} s, peak memory {result.PeakMemory / 1048576.0:0} "
                + "MiB; "
            + string.Join(", ", calls.Select(call => $"{call.Value} {call.Key}")));
        return calls;
    }

    /// <summary>The events as the queue hands them over in one batch.</summary>
    private static JsonObject Batch(IReadOnlyList<string> secrets) => new()
    {
        ["Records"] = new JsonArray([.. secrets.Select((secret, i) => new JsonObject
        {
            ["messageId"] = $"m{i}",
            ["eventSource"] = "aws:sqs",
            ["body"] = new JsonObject
            {
                ["source"] = "aws.secretsmanager",
                ["detail-type"] = "Secret Label Updated",
                ["account"] = "123456789012",
                ["region"] = "eu-west-1",
                ["time"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                ["resources"] = new JsonArray(secret),
                ["detail"] = new JsonObject { ["labelUpdated"] = "AWSCURRENT" },
            }.ToJsonString(),
        })]),
    };

    private static async Task<IReadOnlyList<string>> BuildAsync(SandboxHost sandbox)
    {
        var secrets = new List<string>();
        for (var i = 0; i <= Secrets; i++)
        {
            var answer = await CallAsync(sandbox.SecretsManager, "CreateSecret",
                new() { ["Name"] = $"app{i}", ["SecretString"] = "first", ["ClientRequestToken"] = Guid.NewGuid().ToString() });
            secrets.Add((string)answer["ARN"]!);
        }

        for (var i = 0; i < Revisions; i++)
        {
            await CallAsync(
                sandbox.Ecs, "RegisterTaskDefinition",
                TemplateFixture.TaskDefinition($"family{i}", i < RevisionsWithSecret ? secrets[i % Secrets] : secrets[Secrets]));
        }

        for (var c = 0; c < Clusters; c++)
        {
            await CallAsync(sandbox.Ecs, "CreateCluster", new() { ["clusterName"] = $"c{c}" });
            for (var s = 0; s < ServicesPerCluster; s++)
            {
                await CallAsync(sandbox.Ecs, "CreateService", new()
                {
                    ["cluster"] = $"c{c}",
                    ["serviceName"] = $"s{s}",
                    ["taskDefinition"] = $"family{((c * ServicesPerCluster) + s) % Revisions}",
                    ["desiredCount"] = 1,
                });
            }
        }

        await sandbox.Ecs.WhenSteadyAsync();
        return secrets[..Secrets];
    }

    private static async Task<JsonNode> CallAsync(IAwsService service, string operation, JsonObject input) => await service.CallAsync(
        new AwsCall(
            service.TargetPrefix, operation, input, new Caller("administrator", null, "arn:aws:iam::123456789012:root"),
            CancellationToken.None));
}
