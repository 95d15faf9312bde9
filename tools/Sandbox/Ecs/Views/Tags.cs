namespace RotationLambdas.Sandbox.Ecs.Views;

/// <summary>The tags of a resource; in ECS their members are spelt small: <c>[{"key":…,"value":…}]</c>.</summary>
internal sealed partial class Tags
{
    private const int Most = 50;

    private readonly OrderedDictionary<string, string> _tags = new(StringComparer.Ordinal);

    public string? this[string key] => _tags.GetValueOrDefault(key);

    public Tags Put(JsonObject input)
    {
        foreach (var tag in input.Objects("tags"))
        {
            var key = tag.Text("key") ?? throw EcsErrors.InvalidParameter("Tag key must not be null.");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw EcsErrors.InvalidParameter("Tag keys may not start with aws:.");
            }

            var value = tag.Text("value") ?? "";
            if (!Allowed().IsMatch(key) || !Allowed().IsMatch(value))
            {
                throw EcsErrors.InvalidParameter("Tags may hold letters, numbers, spaces and _.:/=+-@ only.");
            }

            _tags[key] = value;
        }

        return _tags.Count <= Most ? this : throw EcsErrors.InvalidParameter("The number of tags exceeds the limit of 50.");
    }

    public JsonArray ToJson() => [.. _tags.Select(static tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })];

    /// <summary>ECS API Reference, "Tag": neither `*` nor `,`. The text of the refusal is not on record.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$")]
    private static partial Regex Allowed();
}
