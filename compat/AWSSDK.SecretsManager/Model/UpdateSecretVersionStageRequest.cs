namespace Amazon.SecretsManager.Model;

public class UpdateSecretVersionStageRequest : AmazonSecretsManagerRequest
{
    public string MoveToVersionId { get; set; }

    public string RemoveFromVersionId { get; set; }

    public string SecretId { get; set; }

    public string VersionStage { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("MoveToVersionId", MoveToVersionId);
        json.Text("RemoveFromVersionId", RemoveFromVersionId);
        json.Text("SecretId", SecretId);
        json.Text("VersionStage", VersionStage);
    }
}
