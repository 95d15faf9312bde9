namespace RotationLambdas.Sandbox.Ecs.Views;

/// <summary>Pages of a list. The token is the place of the next page's first item, made opaque as ECS's are.</summary>
internal static class Page
{
    public static JsonObject Of<T>(IReadOnlyList<T> items, JsonObject input, int most, int usual, string member, Func<T, JsonNode?> write)
    {
        var count = input.Number("maxResults") ?? usual;
        if (count < 1 || count > most)
        {
            throw EcsErrors.InvalidParameter(string.Create(CultureInfo.InvariantCulture, $"maxResults must be between 1 and {most}."));
        }

        var start = input.Text("nextToken") is { } token ? Decode(token, items.Count) : 0;
        var end = Math.Min(start + count, items.Count);
        var list = new JsonArray();
        for (var i = start; i < end; i++)
        {
            list.Add(write(items[i]));
        }

        var answer = new JsonObject { [member] = list };
        if (end < items.Count)
        {
            answer["nextToken"] = Convert.ToBase64String(
                Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"next:{end}")));
        }

        return answer;
    }

    private static int Decode(string token, int count)
    {
        var bytes = new byte[64];
        if (!Convert.TryFromBase64String(token, bytes, out var length)
            || Encoding.ASCII.GetString(bytes, 0, length) is not ['n', 'e', 'x', 't', ':', .. var place]
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            throw EcsErrors.InvalidToken();
        }

        // The list may have become shorter since.
        return Math.Min(start, count);
    }
}
