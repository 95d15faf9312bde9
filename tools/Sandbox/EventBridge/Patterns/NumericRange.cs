using System.Text.Json;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>The operator <c>numeric</c>: <c>["=", 5]</c>, <c>[">", 0]</c>, <c>[">", 0, "&lt;=", 5]</c>.</summary>
internal static class NumericRange
{
    /// <summary>Reads the operator's operand.</summary>
    /// <param name="operand">An array of comparisons and numbers.</param>
    /// <returns>A test of a value.</returns>
    /// <exception cref="InvalidEventPatternException">The array is none EventBridge takes.</exception>
    public static Func<JsonValue?, bool> Read(JsonNode? operand)
    {
        if (operand is not JsonArray { Count: 2 or 4 } parts)
        {
            throw new InvalidEventPatternException("Bad numeric expression");
        }

        List<Func<decimal, bool>> comparisons = [];
        for (var i = 0; i < parts.Count; i += 2)
        {
            comparisons.Add(Comparison(parts[i], parts[i + 1]));
        }

        return value => value?.GetValueKind() == JsonValueKind.Number && comparisons.TrueForAll(holds => holds(PatternOperators.Number(value)));
    }

    private static Func<decimal, bool> Comparison(JsonNode? sign, JsonNode? number)
    {
        if (sign?.GetValueKind() != JsonValueKind.String || number?.GetValueKind() != JsonValueKind.Number)
        {
            throw new InvalidEventPatternException("Value of numeric must be a comparison and a number");
        }

        var bound = PatternOperators.Number(number.AsValue());
        return sign.GetValue<string>() switch
        {
            "=" => value => value == bound,
            "<" => value => value < bound,
            "<=" => value => value <= bound,
            ">" => value => value > bound,
            ">=" => value => value >= bound,
            var other => throw new InvalidEventPatternException($"Unrecognized numeric range operator: {other}"),
        };
    }
}
