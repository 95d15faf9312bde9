namespace Amazon.ECS.Model;

/// <summary><c>KeyValuePair</c> of the Amazon ECS API reference.</summary>
public class KeyValuePair
{
    public string Name { get; set; }

    public string Value { get; set; }

    internal static KeyValuePair Read(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Value = json.Text("value"),
    };
}
