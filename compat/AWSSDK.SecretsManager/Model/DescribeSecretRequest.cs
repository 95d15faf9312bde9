namespace Amazon.SecretsManager.Model;

/// <summary>What <c>DescribeSecret</c> is asked with.</summary>
public class DescribeSecretRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }

    internal override void Write(Utf8JsonWriter json) => json.Text("SecretId", SecretId);
}
