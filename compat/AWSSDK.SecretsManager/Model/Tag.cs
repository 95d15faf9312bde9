namespace Amazon.SecretsManager.Model;

public class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }

    internal static Tag Read(JsonElement json) => new()
    {
        Key = json.Text("Key"),
        Value = json.Text("Value"),
    };
}
