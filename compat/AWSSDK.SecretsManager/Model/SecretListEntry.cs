namespace Amazon.SecretsManager.Model;

/// <summary><c>SecretListEntry</c> of the AWS Secrets Manager API reference.</summary>
public class SecretListEntry
{
    public string Name { get; set; }

    internal static SecretListEntry Read(JsonElement json) => new()
    {
        Name = json.Text("Name"),
    };
}
