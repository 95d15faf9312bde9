namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>An event pattern of EventBridge: fields of the event, each with an array of what may stand there.</summary>
/// <remarks>
/// Source: EventBridge User Guide, "Creating Amazon EventBridge event patterns" and "Comparison operators for use in event patterns".
/// Supported is what the template uses: exact values and prefix. Anything else is refused, in EventBridge's words.
/// </remarks>
public sealed class EventPattern
{
    private readonly JsonObject _fields;

    /// <exception cref="InvalidEventPatternException">EventBridge, or the sandbox, refuses the pattern.</exception>
    public EventPattern(JsonObject pattern)
    {
        CheckFields(pattern);
        _fields = pattern;
    }

    public override string ToString() => _fields.ToJsonString();

    public bool Matches(JsonNode awsEvent) => MatchFields(_fields, awsEvent);

    private static bool MatchFields(JsonObject pattern, JsonNode? value) => value switch
    {
        // EventBridge searches arrays of objects: one element has to match.
        JsonArray elements => elements.Any(element => element is JsonObject && MatchFields(pattern, element)),
        JsonObject members => pattern.All(field => members.TryGetPropertyValue(field.Key, out var member)
            && (field.Value is JsonObject nested ? MatchFields(nested, member) : MatchEntries(field.Value!.AsArray(), member))),
        _ => false,
    };

    // An array in the event matches when one of its elements does.
    private static bool MatchEntries(JsonArray entries, JsonNode? value) => value switch
    {
        JsonArray elements => elements.Any(element => MatchEntries(entries, element)),
        JsonObject => false,
        _ => entries.Any(entry => entry is JsonObject operation
            ? Kind(value) == JsonValueKind.String && ((string)value!).StartsWith((string)operation["prefix"]!, StringComparison.Ordinal)
            : IsSame(entry, value)),
    };

    private static bool IsSame(JsonNode? expected, JsonNode? value) => Kind(expected) == Kind(value) && Kind(value) switch
    {
        JsonValueKind.String => (string)expected! == (string)value!,
        JsonValueKind.Number => Number(expected!) == Number(value!),
        _ => true,
    };

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static void CheckFields(JsonObject pattern)
    {
        if (pattern.Count == 0)
        {
            throw new InvalidEventPatternException("Empty objects are not allowed");
        }

        foreach (var (name, value) in pattern)
        {
            switch (value)
            {
                case JsonArray when name.StartsWith('$'):
                    throw new InvalidEventPatternException($"The sandbox does not support {name}");
                case JsonObject nested:
                    CheckFields(nested);
                    break;
                case JsonArray { Count: 0 }:
                    throw new InvalidEventPatternException("Empty arrays are not allowed");
                case JsonArray entries:
                    entries.ToList().ForEach(CheckEntry);
                    break;
                default:
                    throw new InvalidEventPatternException($"\"{name}\" must be an object or an array");
            }
        }
    }

    private static void CheckEntry(JsonNode? entry)
    {
        var problem = entry switch
        {
            JsonArray => "Match value must be String, number, true, false, or null",
            JsonObject { Count: not 1 } => "Only one key allowed in match expression",
            JsonObject operation when !operation.ContainsKey("prefix") => $"Unrecognized match type {operation.First().Key}",
            JsonObject operation when Kind(operation["prefix"]) != JsonValueKind.String => "prefix match pattern must be a string",
            _ => null,
        };
        if (problem is not null)
        {
            throw new InvalidEventPatternException(problem);
        }
    }
}

/// <summary>An event pattern that EventBridge would refuse with InvalidEventPatternException.</summary>
public sealed class InvalidEventPatternException(string reason) : Exception("Event pattern is not valid. Reason: " + reason);
