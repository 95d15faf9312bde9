namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Reads members of JSON from outside: a member that is missing or of another kind reads as null.</summary>
internal static class Json
{
    public static string? Text(JsonElement json, params ReadOnlySpan<string> path) =>
        Find(json, path) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The texts of an array; empty when it is missing.</summary>
    public static IReadOnlyList<string> Texts(JsonElement json, params ReadOnlySpan<string> path) =>
        Find(json, path) is not { ValueKind: JsonValueKind.Array } found ? [] :
            [.. found.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    /// <summary>Whether a member is there and true. Anything but true, false or absence is an error of the writer.</summary>
    /// <returns>Null when the member is of another kind.</returns>
    public static bool? Flag(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) ? false : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static JsonElement Find(JsonElement json, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return default;
            }
        }

        return json;
    }
}
