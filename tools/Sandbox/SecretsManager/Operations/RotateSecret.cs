using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.SecretsManager.Schedules;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>Configures rotation and starts one; it answers at once, the function runs afterwards.</summary>
internal sealed class RotateSecret(SecretStore store, FunctionHost functions, RotationEngine engine, RotationScheduler scheduler)
    : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var token = Requests.Token(input);
        var rules = Rules(input.Object("RotationRules"));
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

        Configure(secret, functionArn, rules);
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

    private void Configure(Secret secret, string functionArn, RotationRules? rules)
    {
        secret.Rotation ??= new RotationSettings { FunctionArn = functionArn, Enabled = true };
        secret.Rotation.FunctionArn = functionArn;
        secret.Rotation.Enabled = true;
        secret.Rotation.Rules = rules ?? secret.Rotation.Rules;
        secret.Rotation.Plan(store.Now);
        scheduler.Replan();
    }

    private string FunctionArn(JsonObject input, Secret secret)
    {
        var arn = input.Text("RotationLambdaARN") ?? secret.Rotation?.FunctionArn
            ?? throw new AwsServiceException("InvalidRequestException", "No Lambda rotation function ARN is associated with this secret.");
        return functions.Find(arn) is not null
            ? arn : throw new AwsServiceException("ResourceNotFoundException", "Lambda does not exist or could not be accessed");
    }

    private static RotationRules? Rules(JsonObject? input)
    {
        if (input is null)
        {
            return null;
        }

        var rules = new RotationRules(input.Number("AutomaticallyAfterDays"), input.Text("ScheduleExpression"), input.Text("Duration"));
        try
        {
            rules.Validate();
            return rules;
        }
        catch (FormatException error)
        {
            throw new AwsServiceException("InvalidParameterException", $"Invalid RotationRules. {error.Message}");
        }
    }
}
