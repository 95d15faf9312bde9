namespace Amazon.SecretsManager.Model;

/// <summary><c>ExternalSecretRotationMetadataItem</c> of the AWS Secrets Manager API reference.</summary>
public class ExternalSecretRotationMetadataItem
{
    public string Key { get; set; }

    public string Value { get; set; }

    internal static ExternalSecretRotationMetadataItem Read(JsonElement json) => new()
    {
        Key = json.Text("Key"),
        Value = json.Text("Value"),
    };

    internal void Write(Utf8JsonWriter json)
    {
        json.Text("Key", Key);
        json.Text("Value", Value);
    }
}
