namespace Amazon.SecretsManager;

internal static class SecretsManagerService
{
    internal static readonly AwsService Instance = new(
        Id: "Secrets Manager",
        SigningName: "secretsmanager",
        TargetPrefix: "secretsmanager",
        ApiVersion: "2017-10-17",
        Json: SecretsManagerJson.Default,
        Error: (message, cause) => new AmazonSecretsManagerException(message, cause),
        Errors:
        [
            new("InvalidParameterException", (message, cause) => new InvalidParameterException(message, cause)),
            new("InvalidRequestException", (message, cause) => new InvalidRequestException(message, cause),
                "GetSecretValue", "PutSecretValue", "UpdateSecretVersionStage", "RotateSecret", "CreateSecret", "CancelRotateSecret"),
            new("ResourceExistsException", (message, cause) => new ResourceExistsException(message, cause),
                "PutSecretValue", "CreateSecret"),
            new("ResourceNotFoundException", (message, cause) => new ResourceNotFoundException(message, cause)),
        ]);
}
