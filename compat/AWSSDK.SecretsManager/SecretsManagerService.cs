namespace Amazon.SecretsManager;

internal static class SecretsManagerService
{
    internal static readonly AwsService Instance = new(
        Id: "Secrets Manager",
        RequestName: "Amazon.SecretsManager",
        SigningName: "secretsmanager",
        TargetPrefix: "secretsmanager",
        ApiVersion: "2017-10-17",
        Declares: SecretsManagerErrors.Declares,
        CreateException: SecretsManagerErrors.Create);
}
