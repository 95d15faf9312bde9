using Amazon.Lambda.Serialization.SystemTextJson;

namespace RotationLambdas.PostgresRotation.Events;

/// <summary>Reads the event that Secrets Manager sends, and reports what is wrong with any other.</summary>
internal static class RotationEventReader
{
    private const string Remedy =
        "Let Secrets Manager invoke this function: attach it to a secret with RotateSecret and do not invoke it by other triggers.";

    private static readonly SourceGeneratorLambdaJsonSerializer<RotationEventJson> Serializer = new(RotationEventJson.Default);

    /// <exception cref="EventMalformedException">The payload is not JSON, or not an event of a rotation.</exception>
    public static async Task<RotationEvent> ReadAsync(Stream payload, CancellationToken cancellationToken)
    {
        using var received = new MemoryStream();
        await payload.CopyToAsync(received, cancellationToken);
        received.Position = 0;
        try
        {
            return Serializer.Deserialize<RotationEvent>(received);
        }
        catch (JsonSerializerException exception)
        {
            // The serializer's own message is left out: it may quote the payload, and with it a rotation token.
            throw exception.InnerException switch
            {
                EventMalformedException malformed => malformed,
                JsonException json => new EventMalformedException(
                    $"The event is not JSON, or nested too deeply (line {json.LineNumber + 1}, byte {json.BytePositionInLine}).", Remedy),
                _ => new EventMalformedException("The event cannot be read.", Remedy),
            };
        }
    }

    /// <exception cref="EventMalformedException">It is not an event of a rotation.</exception>
    public static RotationEvent Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new EventMalformedException($"The event is a JSON {Kind(root)}, not an object.", Remedy);
        }

        return new RotationEvent(
            Step(Required(root, "Step")),
            Required(root, "SecretId"),
            Required(root, "ClientRequestToken"),
            Optional(root, "RotationToken"));
    }

    /// <remarks>
    /// Secrets Manager sends camelCase; one page of its user guide writes the steps in snake_case, and people copy test events from there.
    /// </remarks>
    private static RotationStep Step(string name) => name switch
    {
        "createSecret" or "create_secret" => RotationStep.CreateSecret,
        "setSecret" or "set_secret" => RotationStep.SetSecret,
        "testSecret" or "test_secret" => RotationStep.TestSecret,
        "finishSecret" or "finish_secret" => RotationStep.FinishSecret,
        _ => throw new EventMalformedException(
            $"The event's Step is \"{OutsideText.Of(name)}\"; it must be createSecret, setSecret, testSecret or finishSecret.", Remedy),
    };

    private static string Required(JsonElement root, string name) =>
        Optional(root, name) is { Length: > 0 } value
            ? value
            : throw new EventMalformedException($"The event has no {name}.", Remedy);

    private static string? Optional(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.String)
        {
            throw new EventMalformedException($"The event's {name} is a JSON {Kind(element)}; it must be a string.", Remedy);
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new EventMalformedException($"The event's {name} holds text that is not valid Unicode.", Remedy);
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
