namespace Amazon.SecretsManager.Model;

public class RotateSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The SDK makes the idempotency token that the service requires.</summary>
    [JsonInclude]
    internal string ClientRequestToken { get; } = Guid.NewGuid().ToString();

    public bool? RotateImmediately { get; set; }
    public string RotationLambdaARN { get; set; }
    public RotationRulesType RotationRules { get; set; }
    public string SecretId { get; set; }
}

public class RotateSecretResponse : AmazonWebServiceResponse;

public class CancelRotateSecretRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }
}

public class CancelRotateSecretResponse : AmazonWebServiceResponse;

public class RotationRulesType
{
    public long? AutomaticallyAfterDays { get; set; }
    public string ScheduleExpression { get; set; }
}
