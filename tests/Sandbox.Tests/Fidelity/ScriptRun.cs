using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.Sandbox.Tests.Fidelity;

/// <summary>Runs the script against an endpoint, and returns the answer to every call.</summary>
internal sealed class ScriptRun(Uri endpoint) : IDisposable
{
    private static readonly Dictionary<string, string> TargetPrefixes = new()
    {
        ["ecs"] = "AmazonEC2ContainerServiceV20141113",
        ["secretsmanager"] = "secretsmanager",
        ["events"] = "AWSEvents",
        ["sqs"] = "AmazonSQS",
    };

    /// <summary>A sandbox whose tasks start and stop without a pause, so that answers do not depend on when they are asked for.</summary>
    public static SandboxOptions Instant { get; } = new()
    {
        Ecs = new EcsSettings { ProvisioningTime = TimeSpan.Zero, PendingTime = TimeSpan.Zero, StoppingTime = TimeSpan.Zero },
    };

    private readonly AwsJsonClient _aws = new(endpoint);
    private readonly Dictionary<string, string> _kept = [];

    /// <summary>Runs the whole script.</summary>
    /// <param name="settle">Waited for after every call.</param>
    /// <returns>Each call with its answer; for an error <c>{"error": code, "message": text}</c>.</returns>
    public async Task<List<(ScriptedCall Call, JsonObject Input, JsonObject Answer)>> RunAsync(
        IEnumerable<ScriptedCall> script, Func<Task> settle)
    {
        List<(ScriptedCall, JsonObject, JsonObject)> answers = [];
        foreach (var call in script)
        {
            var input = Fill(call.Input);
            var answer = await CallAsync(call, input);
            foreach (var (name, path) in call.Keep ?? [])
            {
                _kept[name] = At(answer, path)?.GetValue<string>()
                    ?? throw new InvalidOperationException($"{call.Name}: no {path} in {answer.ToJsonString()}");
            }

            answers.Add((call, input, answer));
            await settle();
        }

        return answers;
    }

    /// <summary>What stands at a path of an answer.</summary>
    /// <param name="path">Members and places, separated by dots; <c>#</c> is a list's length.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    public static JsonNode? At(JsonNode? node, string path) => path.Split('.').Aggregate(node, (at, part) => (at, part) switch
    {
        (JsonArray list, "#") => JsonValue.Create(list.Count),
        (JsonArray list, _) => int.TryParse(part, out var index) && index < list.Count ? list[index] : null,
        (JsonObject members, _) => members[part],
        _ => null,
    });

    public void Dispose() => _aws.Dispose();

    private JsonObject Fill(JsonObject input) =>
        JsonNode.Parse(
            _kept.Aggregate(input.ToJsonString(), (text, kept) => text.Replace("${" + kept.Key + "}", JsonEncode(kept.Value))))!.AsObject();

    private static string JsonEncode(string text) => JsonValue.Create(text).ToJsonString()[1..^1];

    private async Task<JsonObject> CallAsync(ScriptedCall call, JsonObject input)
    {
        try
        {
            return await _aws.CallAsync($"{TargetPrefixes[call.Service]}.{call.Operation}", input);
        }
        catch (AwsServiceException error)
        {
            return new() { ["error"] = error.Code, ["message"] = error.Message.Length == 0 ? null : error.Message };
        }
    }
}
