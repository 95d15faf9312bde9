namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class DeleteSecret(SecretStore store) : IOperation
{
    private const int DefaultWindow = 30;

    public JsonObject Answer(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var window = input.Number("RecoveryWindowInDays");
        var force = input.Flag("ForceDeleteWithoutRecovery") ?? false;
        if (force && window is not null)
        {
            throw new AwsServiceException(
                "InvalidParameterException", "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        if (window is < 7 or > 30)
        {
            throw new AwsServiceException(
                "InvalidParameterException", "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }

        return force ? Force(secretId) : Mark(store.GetLive(secretId), store.Now.AddDays(window ?? DefaultWindow));
    }

    private JsonObject Mark(Secret secret, DateTimeOffset due)
    {
        secret.Deletion = (store.Now, due);
        secret.Rotation?.Unplan();
        return WithDate(Answers.Of(secret), due);
    }

    private JsonObject Force(string secretId)
    {
        if (store.Find(secretId) is not { } secret)
        {
            return WithDate(new JsonObject { ["ARN"] = SecretArn.New(store.Options, secretId), ["Name"] = secretId }, store.Now);
        }

        store.Remove(secret);
        return WithDate(Answers.Of(secret), store.Now);
    }

    private static JsonObject WithDate(JsonObject answer, DateTimeOffset due)
    {
        answer["DeletionDate"] = WireTime.Of(due);
        return answer;
    }
}
