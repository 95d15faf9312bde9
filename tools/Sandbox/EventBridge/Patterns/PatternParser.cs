using System.Text.Json;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>Makes a tree of matchers of a pattern's JSON, and refuses what EventBridge refuses, in its words.</summary>
internal static class PatternParser
{
    public static FieldsNode Object(JsonObject pattern)
    {
        if (pattern.Count == 0)
        {
            throw new InvalidEventPatternException("Empty objects are not allowed");
        }

        List<KeyValuePair<string, IPatternNode>> fields = [];
        List<IReadOnlyList<IPatternNode>> alternatives = [];
        foreach (var (name, value) in pattern)
        {
            // As in EventBridge, "$or" is the operator only when it holds at least two objects; otherwise it is a field like any other.
            if (name == "$or" && value is JsonArray { Count: >= 2 } entries && entries.All(static entry => entry is JsonObject))
            {
                alternatives.Add([.. entries.Select(static entry => Object(entry!.AsObject()))]);
            }
            else
            {
                fields.Add(new(name, Field(name, value)));
            }
        }

        return new(fields, alternatives);
    }

    private static IPatternNode Field(string name, JsonNode? value) => value switch
    {
        JsonObject nested => Object(nested),
        JsonArray { Count: 0 } => throw new InvalidEventPatternException("Empty arrays are not allowed"),
        JsonArray entries => Values(entries),
        _ => throw new InvalidEventPatternException($"\"{name}\" must be an object or an array"),
    };

    private static ValuesNode Values(JsonArray entries)
    {
        List<Func<JsonValue?, bool>> matchers = [];
        var acceptsAbsence = false;
        foreach (var entry in entries)
        {
            switch (entry)
            {
                case JsonArray:
                    throw new InvalidEventPatternException("Match value must be String, number, true, false, or null");
                case JsonObject { Count: not 1 }:
                    throw new InvalidEventPatternException("Only one key allowed in match expression");
                case JsonObject operation when Operation(operation) is ("exists", var argument):
                    var exists = Exists(argument);
                    acceptsAbsence |= !exists;
                    if (exists)
                    {
                        matchers.Add(static _ => true);
                    }

                    break;
                case JsonObject operation:
                    var (name, operand) = Operation(operation);
                    matchers.Add(PatternOperators.Read(name, operand));
                    break;
                default:
                    matchers.Add(PatternOperators.Exact(entry?.AsValue()));
                    break;
            }
        }

        return new(matchers, acceptsAbsence);
    }

    private static (string Name, JsonNode? Operand) Operation(JsonObject operation)
    {
        var (name, operand) = operation.First();
        return (name, operand);
    }

    private static bool Exists(JsonNode? argument) => argument?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new InvalidEventPatternException("exists match pattern must be either true or false."),
    };
}
