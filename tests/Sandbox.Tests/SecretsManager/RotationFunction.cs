using RotationLambdas.Sandbox.SecretsManager;

namespace RotationLambdas.Sandbox.Tests.SecretsManager;

/// <summary>The smallest rotation function there can be; it keeps the events that it got and fails where the test asks for it.</summary>
internal sealed class RotationFunction(SecretsManagerService secrets)
{
    private readonly Queue<string> _failures = new();

    public List<JsonObject> Received { get; } = [];

    public string Steps => string.Join(' ', Received.Select(received => received["Step"]!.GetValue<string>()));

    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public void FailOnceAt(string step) => _failures.Enqueue(step);

    public async Task<JsonNode?> HandleAsync(JsonNode payload, CancellationToken cancellationToken)
    {
        var received = payload.AsObject();
        Received.Add(received);
        var step = received["Step"]!.GetValue<string>();
        await Before(step);
        if (_failures.TryPeek(out var failing) && failing == step)
        {
            _failures.Dequeue();
            throw new InvalidOperationException($"{step} was asked to fail.");
        }

        var (secret, token) = (received["SecretId"]!.GetValue<string>(), received["ClientRequestToken"]!.GetValue<string>());
        if (step == "createSecret")
        {
            await CallAsync("PutSecretValue", new()
            {
                ["SecretId"] = secret,
                ["ClientRequestToken"] = token,
                ["SecretString"] = "made by " + token,
                ["VersionStages"] = new JsonArray("AWSPENDING"),
            });
        }
        else if (step == "finishSecret")
        {
            var versions = (await CallAsync("DescribeSecret", new() { ["SecretId"] = secret }))["VersionIdsToStages"]!.AsObject();
            var current = versions.Single(version => version.Value!.AsArray().Any(stage => (string)stage! == "AWSCURRENT")).Key;
            if (current != token)
            {
                await CallAsync("UpdateSecretVersionStage", new()
                {
                    ["SecretId"] = secret,
                    ["VersionStage"] = "AWSCURRENT",
                    ["RemoveFromVersionId"] = current,
                    ["MoveToVersionId"] = token,
                });
            }
        }

        return null;
    }

    private Task<JsonNode> CallAsync(string operation, JsonObject input) =>
        secrets.CallAsync(new AwsCall("secretsmanager", operation, input, new Caller("AKID", "rotate", "arn"), CancellationToken.None));
}
