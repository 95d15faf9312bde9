using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>The comparison operators that may stand in a pattern's array, each made into a test of one value.</summary>
internal static class PatternOperators
{
    /// <summary>Reads one operator.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="operand">What stands after the colon.</param>
    /// <returns>A test of a value.</returns>
    /// <exception cref="InvalidEventPatternException">No such operator, or not with such an operand.</exception>
    public static Func<JsonValue?, bool> Read(string name, JsonNode? operand) => name switch
    {
        "prefix" => TextOrFolded(name, operand, static (text, prefix, how) => text.StartsWith(prefix, how)),
        "suffix" => TextOrFolded(name, operand, static (text, suffix, how) => text.EndsWith(suffix, how)),
        "equals-ignore-case" => OnText(Text(name, operand), StringComparison.OrdinalIgnoreCase, static (text, other, how) => text.Equals(other, how)),
        "wildcard" => Wildcard(Text(name, operand)),
        "numeric" => NumericRange.Read(operand),
        "cidr" => Cidr(Text(name, operand)),
        "anything-but" => AnythingBut(operand),
        _ => throw new InvalidEventPatternException($"Unrecognized match type {name}"),
    };

    /// <summary>A value that has to be there literally. Numbers compare as numbers: 1 is 1.0.</summary>
    /// <param name="expected">The value; null for JSON's null.</param>
    /// <returns>A test of a value.</returns>
    public static Func<JsonValue?, bool> Exact(JsonValue? expected) => expected?.GetValueKind() switch
    {
        null or JsonValueKind.Null => static value => value is null || value.GetValueKind() == JsonValueKind.Null,
        JsonValueKind.String => OnText(expected.GetValue<string>(), StringComparison.Ordinal, static (text, other, how) => text.Equals(other, how)),
        JsonValueKind.Number => SameNumber(Number(expected)),
        var kind => value => value?.GetValueKind() == kind,
    };

    /// <summary>A JSON number, exactly.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value.</returns>
    public static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

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

    private static Func<JsonValue?, bool> Cidr(string text)
    {
        if (!IPNetwork.TryParse(text, out var network))
        {
            throw new InvalidEventPatternException("Malformed CIDR, one '/' required");
        }

        return value => value?.GetValueKind() == JsonValueKind.String && IPAddress.TryParse(value.GetValue<string>(), out var address) && network.Contains(address);
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
