namespace RotationLambdas.Sandbox.SecretsManager.Rotation;

/// <summary>Invokes a rotation function for one step, with the event that Secrets Manager sends (User Guide, "Rotation by Lambda
/// function").</summary>
internal sealed class StepCaller(FunctionHost functions)
{
    public async Task<RotationStep> CallAsync(RotationRun run, string functionArn, string step)
    {
        var payload = new JsonObject
        {
            ["Step"] = step,
            ["SecretId"] = run.Secret.Arn,
            ["ClientRequestToken"] = run.Token,
            ["RotationToken"] = run.RotationToken,
        };
        try
        {
            return new RotationStep(run.Secret.Arn, step, await functions.InvokeAsync(functionArn, payload));
        }
        catch (AwsServiceException missing)
        {
            return new RotationStep(run.Secret.Arn, step, new InvocationResult
            {
                RequestId = Guid.NewGuid().ToString(),
                FunctionName = FunctionHost.NameIn(functionArn),
                ErrorType = missing.Code,
                ErrorMessage = missing.Message,
            });
        }
    }
}
