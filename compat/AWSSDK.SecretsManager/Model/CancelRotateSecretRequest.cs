namespace Amazon.SecretsManager.Model;

/// <summary>What <c>CancelRotateSecret</c> is asked with.</summary>
public class CancelRotateSecretRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }

    internal override void Write(Utf8JsonWriter json) => json.Text("SecretId", SecretId);
}
