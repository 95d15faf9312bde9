using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>An object of a pattern: every field must match, and one of every <c>$or</c>.</summary>
internal sealed record FieldsNode(
    IReadOnlyList<KeyValuePair<string, IPatternNode>> Fields, IReadOnlyList<IReadOnlyList<IPatternNode>> Alternatives) : IPatternNode
{
    public bool Matches(JsonNode? value, bool present) => value switch
    {
        // EventBridge searches arrays of objects: one element has to match.
        JsonArray elements => elements.Any(element => element is JsonObject && Matches(element, present: true)),
        JsonObject members => Fields.All(field => MatchesField(members, field)) && MatchesAlternatives(value, present),
        // A field that is absent satisfies a tree that only asks for absence: {"detail":{"error":{"code":[{"exists":false}]}}}.
        null when !present => Fields.All(field => field.Value.Matches(null, present: false)) && MatchesAlternatives(value, present),
        _ => false,
    };

    private static bool MatchesField(JsonObject members, KeyValuePair<string, IPatternNode> field) =>
        members.TryGetPropertyValue(field.Key, out var member)
            ? field.Value.Matches(member, present: true) : field.Value.Matches(null, present: false);

    private bool MatchesAlternatives(JsonNode? value, bool present) =>
        Alternatives.All(alternatives => alternatives.Any(alternative => alternative.Matches(value, present)));
}
