namespace Amazon.ECS.Model;

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
