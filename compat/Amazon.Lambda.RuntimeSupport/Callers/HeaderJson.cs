using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Callers;

/// <summary>Reads JSON that came in a header. What is absent, or not of the expected shape, reads as null.</summary>
internal static class HeaderJson
{
    internal static JsonElement? Parse(string header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        using var document = JsonDocument.Parse(header);
        return document.RootElement.Clone();
    }

    internal static string Text(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : null;

    internal static Dictionary<string, string> Map(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var map) && map.ValueKind is JsonValueKind.Object
            ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString())
            : [];
}
