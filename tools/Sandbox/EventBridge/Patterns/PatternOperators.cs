namespace RotationLambdas.Sandbox.EventBridge.Patterns;

/// <summary>The entries that may stand in a pattern's array, each made into a test of one value.</summary>
internal static class PatternOperators
{
    public static Func<JsonValue?, bool> Read(string name, JsonNode? operand) => name switch
    {
        "prefix" when operand?.GetValueKind() == JsonValueKind.String => Prefix(operand.GetValue<string>()),
        "prefix" => throw new InvalidEventPatternException("prefix match pattern must be a string"),
        _ => throw new InvalidEventPatternException($"Unrecognized match type {name}"),
    };

    public static Func<JsonValue?, bool> Exact(JsonValue? expected) => expected?.GetValueKind() switch
    {
        null or JsonValueKind.Null => static value => value is null || value.GetValueKind() == JsonValueKind.Null,
        JsonValueKind.String => SameText(expected.GetValue<string>()),
        JsonValueKind.Number => SameNumber(Number(expected)),
        var kind => value => value?.GetValueKind() == kind,
    };

    private static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Func<JsonValue?, bool> SameNumber(decimal expected) =>
        value => value?.GetValueKind() == JsonValueKind.Number && Number(value) == expected;

    private static Func<JsonValue?, bool> SameText(string expected) =>
        value => value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == expected;

    private static Func<JsonValue?, bool> Prefix(string prefix) =>
        value => value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>().StartsWith(prefix, StringComparison.Ordinal);
}
