namespace Amazon.SecretsManager.Model;

/// <summary>What <c>RotateSecret</c> is asked with.</summary>
public class RotateSecretRequest : AmazonSecretsManagerRequest
{
    public string ClientRequestToken { get; set; }

    public List<ExternalSecretRotationMetadataItem> ExternalSecretRotationMetadata { get; set; }

    public string ExternalSecretRotationRoleArn { get; set; }

    public bool? RotateImmediately { get; set; }

    public string RotationLambdaARN { get; set; }

    public RotationRulesType RotationRules { get; set; }

    public string SecretId { get; set; }

    internal override void Write(Utf8JsonWriter json)
    {
        json.Text("ClientRequestToken", ClientRequestToken ?? Guid.NewGuid().ToString());
        json.List("ExternalSecretRotationMetadata", ExternalSecretRotationMetadata, (item, to) => item.Write(to));
        json.Text("ExternalSecretRotationRoleArn", ExternalSecretRotationRoleArn);
        json.Flag("RotateImmediately", RotateImmediately);
        json.Text("RotationLambdaARN", RotationLambdaARN);
        json.Object("RotationRules", RotationRules, (item, to) => item.Write(to));
        json.Text("SecretId", SecretId);
    }
}
