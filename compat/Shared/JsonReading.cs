using System.Globalization;

namespace Compat.AwsJson;

/// <summary>Reads members of a JSON object as the services write them. A member that is absent or null reads as null.</summary>
internal static class JsonReading
{
    internal static string Text(this JsonElement json, string name) => json.Get(name)?.GetString();

    internal static bool? Flag(this JsonElement json, string name) => json.Get(name)?.GetBoolean();

    internal static int? Int(this JsonElement json, string name) => json.Get(name)?.GetInt32();

    internal static long? Long(this JsonElement json, string name) => json.Get(name)?.GetInt64();

    internal static double? Double(this JsonElement json, string name) => json.Get(name)?.GetDouble();

    /// <summary>Reads seconds since 1970 with fractions, or ISO 8601, as UTC.</summary>
    internal static DateTime? Time(this JsonElement json, string name) => json.Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => DateTime.Parse(
            text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        // As the official packages read it: through a double, which turns .123 into .1229999.
        { } seconds => DateTime.UnixEpoch.AddSeconds(seconds.GetDouble()),
    };

    internal static T Object<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class => json.Get(name) is { } value ? read(value) : null;

    internal static List<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Get(name) is { } array ? [.. array.EnumerateArray().Select(read)] : null;

    internal static List<string> Texts(this JsonElement json, string name) => json.List(name, ReadText);

    internal static Dictionary<string, T> Map<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Get(name) is { } map ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => read(entry.Value)) : null;

    internal static Dictionary<string, string> Map(this JsonElement json, string name) => json.Map(name, ReadText);

    internal static string ReadText(JsonElement json) => json.GetString();

    internal static List<string> ReadTexts(JsonElement json) => [.. json.EnumerateArray().Select(ReadText)];

    private static JsonElement? Get(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;
}
