using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Template;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.ScaleSimulation.Aws;

/// <summary>
/// Stands for PostgresRotation: the AWS calls of docs/aws-calls.md, one user, and a fixed time for what a step does besides. No database and none of its
/// code; its reserved concurrency is kept, and invocations beyond it wait. A throttled call is waited out as the function does.
/// </summary>
internal sealed class ModelledRotation(SandboxHost sandbox, FunctionResource function, TimeSpan latency, TimeSpan work) : IDisposable
{
    private const string SecretsManager = "secretsmanager";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly InProcessAws _aws = new(sandbox, function.Name, latency);
    private readonly SemaphoreSlim _environments = new(function.ReservedConcurrency ?? 1000);
    private readonly TimeProvider _clock = sandbox.Options.TimeProvider;

    /// <summary>Does one step.</summary>
    public async Task<JsonNode?> InvokeAsync(JsonNode payload, CancellationToken cancellationToken)
    {
        await _environments.WaitAsync(cancellationToken);
        try
        {
            await Task.Delay(work, _clock, cancellationToken);
            await StepAsync((string)payload["Step"]!, (string)payload["SecretId"]!, (string)payload["ClientRequestToken"]!);
            return null;
        }
        finally
        {
            _environments.Release();
        }
    }

    public void Dispose()
    {
        _aws.Dispose();
        _environments.Dispose();
    }

    private async Task StepAsync(string step, string secret, string token)
    {
        switch (step)
        {
            case "createSecret":
                await CallAsync("DescribeSecret", secret);
                await CallAsync("GetSecretValue", secret);
                await CallAsync("PutSecretValue", secret, input =>
                {
                    input["ClientRequestToken"] = token;
                    input["SecretString"] = token; // Its value tells which version a task was given.
                    input["VersionStages"] = new JsonArray("AWSPENDING");
                });
                break;
            case "setSecret":
                await CallAsync("DescribeSecret", secret);
                await CallAsync("GetSecretValue", secret);
                await CallAsync("GetSecretValue", secret);
                break;
            case "testSecret":
                await CallAsync("GetSecretValue", secret);
                break;
            case "finishSecret":
                var versions = (await CallAsync("DescribeSecret", secret))["VersionIdsToStages"]!.AsObject();
                var current = versions.Single(version => version.Value!.AsArray().Any(label => (string?)label == "AWSCURRENT")).Key;
                await CallAsync("UpdateSecretVersionStage", secret, input =>
                {
                    input["VersionStage"] = "AWSCURRENT";
                    input["MoveToVersionId"] = token;
                    input["RemoveFromVersionId"] = current;
                });
                break;
        }
    }

    private async Task<JsonNode> CallAsync(string operation, string secret, Action<JsonObject>? complete = null)
    {
        for (var pause = Pause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var input = new JsonObject { ["SecretId"] = secret };
            complete?.Invoke(input);
            try
            {
                return await _aws.CallAsync(SecretsManager, operation, input);
            }
            catch (AwsServiceException error) when (error.Code == "ThrottlingException")
            {
                await Task.Delay(pause, _clock);
            }
        }
    }
}
