namespace RotationLambdas.Sandbox.Wire;

/// <summary>Reads members of a request. A member of another type than in the operation's model is refused as the services refuse
/// it.</summary>
internal static class CallInput
{
    public static string? Text(this JsonObject input, string name) =>
        Member(input, name, JsonValueKind.String) is { } value ? value.GetValue<string>() : null;

    public static string RequiredText(this JsonObject input, string name) => input.Text(name) ?? throw new AwsServiceException(
        "ValidationException",
        $"1 validation error detected: Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: Member "
            + "must not be null");

    public static int? Number(this JsonObject input, string name) =>
        Member(input, name, JsonValueKind.Number) is { } value
            ? int.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number : throw NotSerializable(name)
            : null;

    public static bool? Flag(this JsonObject input, string name) => input[name]?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw NotSerializable(name),
    };

    public static IReadOnlyList<string> Texts(this JsonObject input, string name) => input[name] switch
    {
        null => [],
        JsonArray list =>
            [.. list.Select(item => item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : throw NotSerializable(name))],
        _ => throw NotSerializable(name),
    };

    public static IReadOnlyList<JsonObject> Objects(this JsonObject input, string name) => input[name] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item as JsonObject ?? throw NotSerializable(name))],
        _ => throw NotSerializable(name),
    };

    public static JsonObject? Object(this JsonObject input, string name) => input[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw NotSerializable(name),
    };

    private static JsonValue? Member(JsonObject input, string name, JsonValueKind kind) => input[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == kind => value,
        JsonValue value when value.GetValueKind() == JsonValueKind.Null => null,
        _ => throw NotSerializable(name),
    };

    private static AwsServiceException NotSerializable(string name) =>
        new("SerializationException", $"The member {name} has an unexpected type.");
}
