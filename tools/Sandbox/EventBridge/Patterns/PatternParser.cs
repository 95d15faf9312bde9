namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>Makes a tree of matchers of a pattern's JSON, and refuses what EventBridge refuses, in its words.</summary>
internal static class PatternParser
{
    public static FieldsNode Object(JsonObject pattern) => pattern.Count == 0
        ? throw new InvalidEventPatternException("Empty objects are not allowed")
        : new([.. pattern.Select(field => KeyValuePair.Create(field.Key, Field(field.Key, field.Value)))]);

    private static IPatternNode Field(string name, JsonNode? value) => value switch
    {
        JsonArray when name.StartsWith('$') => throw new InvalidEventPatternException($"The sandbox does not support {name}"),
        JsonObject nested => Object(nested),
        JsonArray { Count: 0 } => throw new InvalidEventPatternException("Empty arrays are not allowed"),
        JsonArray entries => new ValuesNode([.. entries.Select(Entry)]),
        _ => throw new InvalidEventPatternException($"\"{name}\" must be an object or an array"),
    };

    private static Func<JsonValue?, bool> Entry(JsonNode? entry) => entry switch
    {
        JsonArray => throw new InvalidEventPatternException("Match value must be String, number, true, false, or null"),
        JsonObject { Count: 1 } operation => PatternOperators.Read(operation.First().Key, operation.First().Value),
        JsonObject => throw new InvalidEventPatternException("Only one key allowed in match expression"),
        JsonValue value => PatternOperators.Exact(value),
        _ => PatternOperators.Exact(null),
    };
}
