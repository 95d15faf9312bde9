using System.Net.Http.Headers;

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

    private readonly HttpClient _http = new() { BaseAddress = endpoint };
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
            foreach (var (name, path) in call.Keep)
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

    public void Dispose() => _http.Dispose();

    private JsonObject Fill(JsonObject input) =>
        JsonNode.Parse(
            _kept.Aggregate(input.ToJsonString(), (text, kept) => text.Replace("${" + kept.Key + "}", JsonEncode(kept.Value))))!.AsObject();

    private static string JsonEncode(string text) => JsonValue.Create(text).ToJsonString()[1..^1];

    private async Task<JsonObject> CallAsync(ScriptedCall call, JsonObject input)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/")
        { Content = new StringContent(input.ToJsonString(), Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(
            call.Service == "sqs" ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"{TargetPrefixes[call.Service]}.{call.Operation}");
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDADMIN/20260101/eu-west-1/{call.Service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (text.StartsWith('<'))
        {
            // What an imitation has not got, it answers with a page of HTML.
            return new JsonObject { ["error"] = $"HTTP {(int)response.StatusCode}" };
        }

        var body = text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
        return response.IsSuccessStatusCode ? body : new JsonObject
        {
            ["error"] = body["__type"]!.GetValue<string>().Split('#')[^1],
            ["message"] = (body["message"] ?? body["Message"])?.DeepClone(),
        };
    }
}
