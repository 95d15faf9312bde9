namespace Amazon.SecretsManager.Model;

public class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }

    public string VersionId { get; set; }

    public string VersionStage { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("SecretId", SecretId);
        json.Text("VersionId", VersionId);
        json.Text("VersionStage", VersionStage);
    }
}
