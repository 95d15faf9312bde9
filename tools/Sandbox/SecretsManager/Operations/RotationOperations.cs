namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>RotateSecret, which answers at once while the function runs afterwards, and CancelRotateSecret. Called under the store's
/// lock.</summary>
internal sealed class RotationOperations(SecretStore store, FunctionHost functions, RotationEngine engine)
{
    public JsonObject Rotate(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var token = Requests.Token(input);
        var rules = Rules(input);
        var secret = store.GetLive(secretId);
        var functionArn = FunctionArn(input, secret);
        if (engine.IsRunning(secret, token))
        {
            return Answers.Of(secret, token);
        }

        if (secret.Versions.Unfinished is { } unfinished)
        {
            engine.Resume(secret, unfinished.Id);
            throw new AwsServiceException(
                "InvalidRequestException", "A previous rotation isn't complete. That rotation will be reattempted.");
        }

        if (secret.Versions.Find(token) is not null)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"You can't use ClientRequestToken {token} because that value is already in use for a version of secret {secret.Arn}.");
        }

        secret.Rotation ??= new RotationSettings { FunctionArn = functionArn };
        (secret.Rotation.FunctionArn, secret.Rotation.Enabled) = (functionArn, true);
        secret.Rotation.Rules = rules ?? secret.Rotation.Rules;
        if (input.Flag("RotateImmediately") ?? true)
        {
            engine.Rotate(secret, token);
        }
        else
        {
            engine.Test(secret, token);
        }

        return Answers.Of(secret, token);
    }

    /// <summary>Switches rotation off. AWSPENDING stays where it is, and a step that runs runs on (CancelRotateSecret).</summary>
    public JsonObject Cancel(JsonObject input)
    {
        var secret = store.GetLive(Requests.SecretId(input));
        _ = secret.Rotation?.Enabled = false;
        return secret.Versions.Unfinished is { } pending ? Answers.Of(secret, pending.Id) : Answers.Of(secret);
    }

    private string FunctionArn(JsonObject input, Secret secret)
    {
        var arn = input.Text("RotationLambdaARN") ?? secret.Rotation?.FunctionArn
            ?? throw new AwsServiceException("InvalidRequestException", "No Lambda rotation function ARN is associated with this secret.");
        return functions.Find(arn) is not null
            ? arn : throw new AwsServiceException("ResourceNotFoundException", "Lambda does not exist or could not be accessed");
    }

    // They are kept and shown. Only RotateSecret begins a rotation here: nothing waits for a schedule.
    private static JsonObject? Rules(JsonObject input)
    {
        var rules = input.Object("RotationRules");
        return rules?.Number("AutomaticallyAfterDays") is < 1 or > 1000
            ? throw new AwsServiceException(
                "InvalidParameterException", "Invalid RotationRules. AutomaticallyAfterDays must be between 1 and 1000.")
            : rules?.DeepClone().AsObject();
    }
}
