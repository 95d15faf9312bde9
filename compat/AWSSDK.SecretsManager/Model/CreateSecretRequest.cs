namespace Amazon.SecretsManager.Model;

public class CreateSecretRequest : AmazonSecretsManagerRequest
{
    public string ClientRequestToken { get; set; }

    public string Name { get; set; }

    public string SecretString { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("ClientRequestToken", ClientRequestToken ?? Guid.NewGuid().ToString());
        json.Text("Name", Name);
        json.Text("SecretString", SecretString);
    }
}
