namespace RotationLambdas.Sandbox.Ecs.Views;

internal static class PagedList
{
    public static JsonObject Of<T>(IReadOnlyList<T> items, JsonObject input, int most, int usual, string member, Func<T, JsonNode?> write)
    {
        var size = input.Number("maxResults") ?? usual;
        if (size < 1 || size > most)
        {
            throw EcsErrors.InvalidParameter($"maxResults must be between 1 and {most}.");
        }

        var (page, next) = Page.Of(items, size, input.Text("nextToken"), EcsErrors.InvalidToken());
        return new JsonObject { [member] = new JsonArray([.. page.Select(write)]), ["nextToken"] = next }.WithoutNulls();
    }
}
