namespace Amazon.SecretsManager.Model;

public class SecretListEntry
{
    public string Name { get; set; }

    internal static SecretListEntry Read(JsonElement json) => new()
    {
        Name = json.Text("Name"),
    };
}
