namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>An event pattern of EventBridge: fields of the event, each with an array of what may stand there.</summary>
/// <remarks>
/// Source: EventBridge User Guide, "Creating Amazon EventBridge event patterns" and "Comparison operators for use in event patterns".
/// Supported is what the template uses: exact values and prefix. Anything else is refused.
/// </remarks>
public sealed class EventPattern
{
    private readonly IPatternNode _root;

    private EventPattern(IPatternNode root, string text) => (_root, Text) = (root, text);

    public string Text { get; }

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

    public bool Matches(JsonNode awsEvent) => _root.Matches(awsEvent, present: true);
}
