namespace Amazon.ECS.Model;

/// <summary><c>Tag</c> of the Amazon ECS API reference.</summary>
public class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }

    internal static Tag Read(JsonElement json) => new()
    {
        Key = json.Text("key"),
        Value = json.Text("value"),
    };
}
