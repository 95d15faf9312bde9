using System.Text.Json;
using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>
/// An event pattern of EventBridge: fields of the event, each with an array of what may stand there.
/// </summary>
/// <remarks>
/// Source: EventBridge User Guide, "Creating Amazon EventBridge event patterns" and "Comparison operators for use in event patterns".
/// Supported: exact values, prefix, suffix (both also ignoring case), anything-but (values, prefix, suffix, equals-ignore-case, wildcard), exists, numeric,
/// equals-ignore-case, wildcard, cidr and $or.
/// </remarks>
public sealed class EventPattern
{
    private readonly IPatternNode _root;

    private EventPattern(IPatternNode root, string text) => (_root, Text) = (root, text);

    /// <summary>The pattern as it was given.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">A JSON object.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="InvalidEventPatternException">EventBridge would refuse it.</exception>
    public static EventPattern Parse(string text)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new InvalidEventPatternException($"Pattern is not valid JSON at line {e.LineNumber + 1}");
        }

        return node is JsonObject fields
            ? new EventPattern(PatternParser.Object(fields), text)
            : throw new InvalidEventPatternException("Filter is not an object");
    }

    /// <summary>Whether an event has what the pattern asks for.</summary>
    /// <param name="awsEvent">The whole event, envelope included.</param>
    /// <returns>Whether every field of the pattern is matched.</returns>
    public bool Matches(JsonNode awsEvent) => _root.Matches(awsEvent, present: true);
}
