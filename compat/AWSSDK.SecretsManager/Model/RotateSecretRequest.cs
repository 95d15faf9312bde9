namespace Amazon.SecretsManager.Model;

public class RotateSecretRequest : AmazonSecretsManagerRequest
{
    public bool? RotateImmediately { get; set; }

    public string RotationLambdaARN { get; set; }

    public RotationRulesType RotationRules { get; set; }

    public string SecretId { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        // The SDK makes the idempotency token that the service requires.
        json.Text("ClientRequestToken", Guid.NewGuid().ToString());
        json.Flag("RotateImmediately", RotateImmediately);
        json.Text("RotationLambdaARN", RotationLambdaARN);
        json.Object("RotationRules", RotationRules, (item, to) => item.Write(to));
        json.Text("SecretId", SecretId);
    }
}
