namespace RotationLambdas.Sandbox.EventBridge.Patterns;

internal sealed record FieldsNode(IReadOnlyList<KeyValuePair<string, IPatternNode>> Fields) : IPatternNode
{
    public bool Matches(JsonNode? value, bool present) => value switch
    {
        // EventBridge searches arrays of objects: one element has to match.
        JsonArray elements => elements.Any(element => element is JsonObject && Matches(element, present: true)),
        JsonObject members => Fields.All(field => MatchesField(members, field)),
        _ => false,
    };

    private static bool MatchesField(JsonObject members, KeyValuePair<string, IPatternNode> field) =>
        members.TryGetPropertyValue(field.Key, out var member)
            ? field.Value.Matches(member, present: true) : field.Value.Matches(null, present: false);
}
