namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>The array at the end of a pattern's path: the event's value has to satisfy one of its entries. An array in the event matches
/// when one of its elements does.</summary>
internal sealed record ValuesNode(IReadOnlyList<Func<JsonValue?, bool>> Matchers) : IPatternNode
{
    public bool Matches(JsonNode? value, bool present) => value switch
    {
        _ when !present => false,
        JsonArray elements => elements.Any(element => Matches(element, present: true)),
        JsonObject => false,
        _ => Matchers.Any(matches => matches(value?.AsValue())),
    };
}
