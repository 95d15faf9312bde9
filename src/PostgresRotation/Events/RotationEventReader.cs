using System.Text.Json;

namespace RotationLambdas.PostgresRotation.Events;

/// <summary>Reads the event that Secrets Manager sends, and says plainly what is wrong with any other.</summary>
internal static class RotationEventReader
{
    private const string Remedy =
        "Let Secrets Manager invoke this function: attach it to a secret with RotateSecret and do not invoke it by other triggers.";

    /// <summary>Reads one event.</summary>
    /// <exception cref="EventMalformedException">The payload is not JSON, or not an event of a rotation.</exception>
    public static async Task<RotationEvent> ReadAsync(Stream payload, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(payload, cancellationToken: cancellationToken);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            // The parser's own message is left out: it may quote the payload, and with it a rotation token.
            throw new EventMalformedException(
                $"The event is not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}).", Remedy);
        }
    }

    private static RotationEvent Read(JsonElement root)
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
