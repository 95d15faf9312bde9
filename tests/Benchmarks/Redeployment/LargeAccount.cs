using RotationLambdas.Benchmarks.Measuring;
using RotationLambdas.Benchmarks.Packages;
using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Benchmarks.Redeployment;

/// <summary>An account with many services, a few of which hold one of five secrets that have just changed.</summary>
internal sealed class LargeAccount : IAsyncDisposable
{
    public const string Function = "EcsRedeployment";
    private const int Clusters = 200;
    private const int ServicesPerCluster = 50;
    private const int Revisions = 2000;
    private const int Secrets = 5;

    /// <summary>Every 100th revision refers to one of the secrets; each revision runs as five services.</summary>
    private const int RevisionsBetweenUses = 100;

    private const string Ecs = "AmazonEC2ContainerServiceV20141113";

    private readonly List<string> _secrets = [];
    private AwsJsonClient _aws = null!;
    private RunningFunction _function = null!;
    private DateTimeOffset _changedAt;

    public static int ServicesWithAChangedSecret => Revisions / RevisionsBetweenUses * (Clusters * ServicesPerCluster / Revisions);

    public SandboxHost Sandbox { get; private set; } = null!;

    /// <summary>Zero before the process is there.</summary>
    public double ProcessorMilliseconds => _function.ProcessIds is [var id] ? ProcessTime.Milliseconds(id) : 0;

    public static async Task<LargeAccount> StartAsync(Variant variant)
    {
        LargeAccount account = new()
        {
            Sandbox = await SandboxHost.StartAsync(new()
            {
                Ecs = new EcsSettings { ProvisioningTime = TimeSpan.Zero, PendingTime = TimeSpan.Zero, StoppingTime = TimeSpan.Zero },
            }),
        };
        account._aws = new AwsJsonClient(account.Sandbox.Endpoint);
        await account.FillAsync();
        account._function = account.Sandbox.Functions.Start(new FunctionDefinition
        {
            Name = Function,
            PackageFolder = variant.Function(Function),
            Timeout = TimeSpan.FromMinutes(15),
            Environment = new Dictionary<string, string> { ["ECS_READS_PER_SECOND"] = "100", ["ECS_UPDATES_PER_SECOND"] = "50" },
        });
        return account;
    }

    /// <summary>Delivers the five label events as one batch of the queue, as often as one likes.</summary>
    public Task<InvocationResult> DeliverAsync() => Sandbox.Functions.InvokeAsync(Function, new JsonObject
    {
        ["Records"] = new JsonArray([.. _secrets.Select((arn, i) => new JsonObject
        {
            ["messageId"] = $"message-{i}",
            ["eventSource"] = "aws:sqs",
            ["body"] = LabelEvent(arn).ToJsonString(),
        })]),
    });

    public async ValueTask DisposeAsync()
    {
        _aws.Dispose();
        await Sandbox.DisposeAsync();
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < Secrets; i++)
        {
            var made = await _aws.CallAsync(
                "secretsmanager.CreateSecret",
                new() { ["Name"] = $"secret-{i}", ["SecretString"] = "{}", ["ClientRequestToken"] = Guid.NewGuid().ToString() });
            _secrets.Add((string)made["ARN"]!);
        }

        for (var i = 0; i < Revisions; i++)
        {
            JsonObject container = new() { ["name"] = "app", ["image"] = "shop/app:1.0", ["memory"] = 128 };
            if (i % RevisionsBetweenUses == 0)
            {
                var secret = _secrets[i / RevisionsBetweenUses % Secrets];
                container["secrets"] = new JsonArray(new JsonObject { ["name"] = "DB", ["valueFrom"] = secret });
            }

            await _aws.CallAsync($"{Ecs}.RegisterTaskDefinition", new()
            {
                ["family"] = $"family-{i}",
                ["executionRoleArn"] = $"arn:aws:iam::{Sandbox.Options.AccountId}:role/execution",
                ["containerDefinitions"] = new JsonArray(container),
            });
        }

        for (var i = 0; i < Clusters * ServicesPerCluster; i++)
        {
            if (i % ServicesPerCluster == 0)
            {
                await _aws.CallAsync($"{Ecs}.CreateCluster", new() { ["clusterName"] = Cluster(i) });
            }

            await _aws.CallAsync($"{Ecs}.CreateService", new()
            {
                ["cluster"] = Cluster(i),
                ["serviceName"] = string.Create(CultureInfo.InvariantCulture, $"service-{i}"),
                ["taskDefinition"] = string.Create(CultureInfo.InvariantCulture, $"family-{i % Revisions}"),
                ["desiredCount"] = 1,
            });
        }

        await Sandbox.Ecs.WhenSteadyAsync();
        foreach (var secret in _secrets)
        {
            await _aws.CallAsync(
                "secretsmanager.PutSecretValue",
                new()
                {
                    ["SecretId"] = secret,
                    ["SecretString"] = "{\"password\":\"changed\"}",
                    ["ClientRequestToken"] = Guid.NewGuid()
                .ToString()
                });
        }

        _changedAt = DateTimeOffset.UtcNow;
    }

    private static string Cluster(int service) => string.Create(CultureInfo.InvariantCulture, $"cluster-{service / ServicesPerCluster}");

    private JsonObject LabelEvent(string arn) => new()
    {
        ["version"] = "0",
        ["id"] = Guid.NewGuid().ToString(),
        ["detail-type"] = "Secret Label Updated",
        ["source"] = "aws.secretsmanager",
        ["account"] = Sandbox.Options.AccountId,
        ["time"] = _changedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = Sandbox.Options.Region,
        ["resources"] = new JsonArray(arn),
        ["detail"] =
            new JsonObject
            {
                ["name"] = arn.Split(':')[^1][..^7],
                ["labelUpdated"] = "AWSCURRENT",
                ["versionId"] = Guid.NewGuid()
            .ToString()
            },
    };
}
