namespace RotationLambdas.Sandbox.Lambda;

internal sealed record InvocationAnswer(JsonNode? Payload, string? ErrorType = null, string? ErrorMessage = null)
{
    public static InvocationAnswer Error(string type, string message) =>
        new(new JsonObject { ["errorType"] = type, ["errorMessage"] = message }, type, message);

    public static InvocationAnswer FromRuntime(JsonNode? error, string? typeHeader) => new(
        error,
        Text(error, "errorType") ?? typeHeader ?? "Runtime.Unknown",
        Text(error, "errorMessage") ?? "");

    private static string? Text(JsonNode? node, string member) =>
        node is JsonObject json && json[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
