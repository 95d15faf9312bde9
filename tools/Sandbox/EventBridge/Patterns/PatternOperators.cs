using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>The comparison operators that may stand in a pattern's array, each made into a test of one value.</summary>
internal static class PatternOperators
{
    public static Func<JsonValue?, bool> Read(string name, JsonNode? operand) => name switch
    {
        "prefix" => TextOrFolded(name, operand, static (text, prefix, how) => text.StartsWith(prefix, how)),
        "suffix" => TextOrFolded(name, operand, static (text, suffix, how) => text.EndsWith(suffix, how)),
        "equals-ignore-case" =>
            OnText(Text(name, operand), StringComparison.OrdinalIgnoreCase, static (text, other, how) => text.Equals(other, how)),
        "wildcard" => Wildcard(Text(name, operand)),
        "anything-but" => AnythingBut(operand),
        _ => throw new InvalidEventPatternException($"Unrecognized match type {name}"),
    };

    public static Func<JsonValue?, bool> Exact(JsonValue? expected) => expected?.GetValueKind() switch
    {
        null or JsonValueKind.Null => static value => value is null || value.GetValueKind() == JsonValueKind.Null,
        JsonValueKind.String =>
            OnText(expected.GetValue<string>(), StringComparison.Ordinal, static (text, other, how) => text.Equals(other, how)),
        JsonValueKind.Number => SameNumber(Number(expected)),
        var kind => value => value?.GetValueKind() == kind,
    };

    private static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Func<JsonValue?, bool> SameNumber(decimal expected) =>
        value => value?.GetValueKind() == JsonValueKind.Number && Number(value) == expected;

    private static Func<JsonValue?, bool> TextOrFolded(string name, JsonNode? operand, Func<string, string, StringComparison, bool> test) =>
        operand is JsonObject folded && folded.Count == 1 && folded.ContainsKey("equals-ignore-case")
            ? OnText(Text(name, folded["equals-ignore-case"]), StringComparison.OrdinalIgnoreCase, test)
            : OnText(Text(name, operand), StringComparison.Ordinal, test);

    private static Func<JsonValue?, bool> OnText(string operand, StringComparison how, Func<string, string, StringComparison, bool> test) =>
        value => value?.GetValueKind() == JsonValueKind.String && test(value.GetValue<string>(), operand, how);

    private static string Text(string name, JsonNode? operand) => operand?.GetValueKind() == JsonValueKind.String
        ? operand.GetValue<string>()
        : throw new InvalidEventPatternException($"{name} match pattern must be a string");

    private static Func<JsonValue?, bool> Wildcard(string pattern)
    {
        if (pattern.Contains("**", StringComparison.Ordinal))
        {
            throw new InvalidEventPatternException("Consecutive wildcard characters");
        }

        var glob = new WildcardPattern(pattern);
        return value => value?.GetValueKind() == JsonValueKind.String && glob.Matches(value.GetValue<string>());
    }

    private static Func<JsonValue?, bool> AnythingBut(JsonNode? operand)
    {
        Func<JsonValue?, bool>[] excluded = operand switch
        {
            JsonObject { Count: 1 } nested when nested.First() is { Key: "prefix" or "suffix" or "equals-ignore-case" or "wildcard" } inner =>
                inner.Value is JsonArray several ? [.. several.Select(one => Read(inner.Key, one))] : [Read(inner.Key, inner.Value)],
            JsonArray { Count: > 0 } values => [.. values.Select(static value => Exact(value?.AsValue()))],
            JsonValue value => [Exact(value)],
            _ => throw new InvalidEventPatternException("Value of anything-but must be an array or single string/number value."),
        };
        return value => !excluded.Any(test => test(value));
    }
}
