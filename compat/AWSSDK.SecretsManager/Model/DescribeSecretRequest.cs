namespace Amazon.SecretsManager.Model;

public class DescribeSecretRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }

    internal override void Write(Utf8JsonWriter json) => json.Text("SecretId", SecretId);
}
