using System.Globalization;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.ScaleSimulation;

/// <summary>The account's secrets and services.</summary>
internal sealed class Account(SandboxHost sandbox, ScaleSettings settings)
{
    private const string Ecs = "AmazonEC2ContainerServiceV20141113";
    private readonly List<string> _secrets = [];
    private readonly string[][] _secretsOfRevision = new string[settings.Revisions][];

    /// <summary>The secrets that rotate.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>The secrets that rotate and that each service holds, by cluster and name; none for some.</summary>
    public Dictionary<(string Cluster, string Name), IReadOnlyList<string>> Services { get; } = [];

    /// <summary>Makes the secrets, which rotate by their schedules. The rotation function has to be there.</summary>
    /// <param name="rotationFunction">The function's ARN.</param>
    /// <param name="window">When rotations may begin.</param>
    public async Task MakeSecretsAsync(string rotationFunction, DateTimeOffset window)
    {
        for (var i = 0; i <= settings.Secrets; i++)
        {
            var made = await CallAsync("secretsmanager", "CreateSecret", new()
            {
                ["Name"] = Text($"app-{i}"),
                ["SecretString"] = "first",
                ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            });
            _secrets.Add((string)made["ARN"]!);
            if (i == settings.Secrets)
            {
                break; // The last one does not rotate.
            }

            await CallAsync("secretsmanager", "RotateSecret", new()
            {
                ["SecretId"] = _secrets[i],
                ["ClientRequestToken"] = Guid.NewGuid().ToString(),
                ["RotationLambdaARN"] = rotationFunction,
                ["RotateImmediately"] = false,
                ["RotationRules"] = new JsonObject { ["ScheduleExpression"] = Text($"cron({window.Minute} {window.Hour} * * ? *)"), ["Duration"] = "1h" },
            });
        }
    }

    /// <summary>Makes the services, whose tasks begin to start.</summary>
    public async Task MakeServicesAsync()
    {
        var other = _secrets[settings.Secrets];
        _secrets.RemoveAt(settings.Secrets);
        for (var i = 0; i < settings.Revisions; i++)
        {
            var own = _secrets[i % settings.Secrets];
            var second = _secrets[(i + (settings.Secrets / 2)) % settings.Secrets];
            _secretsOfRevision[i] = (i % 10) switch { 0 => [], 1 => [own, second], _ => [own] };
            var held = _secretsOfRevision[i].Length == 0 ? [other] : _secretsOfRevision[i];
            await CallAsync(Ecs, "RegisterTaskDefinition", new()
            {
                ["family"] = Text($"family-{i}"),
                ["executionRoleArn"] = "arn:aws:iam::123456789012:role/execution",
                ["containerDefinitions"] = new JsonArray(new JsonObject
                {
                    ["name"] = "app",
                    ["image"] = "shop/app:1.0",
                    ["memory"] = 128,
                    ["secrets"] = new JsonArray([.. held.Select((arn, n) => new JsonObject { ["name"] = Text($"SECRET_{n}"), ["valueFrom"] = arn })]),
                }),
            });
        }

        for (var i = 0; i < settings.Services; i++)
        {
            var (cluster, name) = (Text($"cluster-{i % settings.Clusters}"), Text($"service-{i}"));
            if (i < settings.Clusters)
            {
                await CallAsync(Ecs, "CreateCluster", new() { ["clusterName"] = cluster });
            }

            await CallAsync(Ecs, "CreateService", new()
            {
                ["cluster"] = cluster,
                ["serviceName"] = name,
                ["taskDefinition"] = Text($"family-{i % settings.Revisions}"),
                ["desiredCount"] = 1,
            });
            Services[(cluster, name)] = _secretsOfRevision[i % settings.Revisions];
        }
    }

    private async Task<JsonNode> CallAsync(string service, string operation, JsonObject input) => await sandbox.CallAsync(
        new AwsCall(service, operation, input, new Caller("AKIAADMIN", null, "arn:aws:iam::123456789012:root"), CancellationToken.None));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
