namespace Amazon.SecretsManager.Model;

public class PutSecretValueRequest : AmazonSecretsManagerRequest
{
    public string ClientRequestToken { get; set; }

    public string RotationToken { get; set; }

    public string SecretId { get; set; }

    public string SecretString { get; set; }

    public List<string> VersionStages { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("ClientRequestToken", ClientRequestToken ?? Guid.NewGuid().ToString());
        json.Text("RotationToken", RotationToken);
        json.Text("SecretId", SecretId);
        json.Text("SecretString", SecretString);
        json.Texts("VersionStages", VersionStages);
    }
}
