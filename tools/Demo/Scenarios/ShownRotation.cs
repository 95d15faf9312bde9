using RotationLambdas.Demo.Screen;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Demo.Scenarios;

internal static class ShownRotation
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["createSecret"] = "stored as AWSPENDING before the database changes",
        ["setSecret"] = "the database has it, as a SCRAM verifier",
        ["testSecret"] = "it logs in",
        ["finishSecret"] = "AWSCURRENT is on the new version",
    };

    public static async Task<RotationOutcome> RunAsync(Account account, string secret, DemoScreen screen)
    {
        void Show(object? sender, RotationStepEventArgs step)
        {
            if (step.SecretArn == secret)
            {
                var invocation = step.Step.Invocation;
                var outcome = invocation.Succeeded ? Meanings[step.Step.Name] : $"{invocation.ErrorType}: {invocation.ErrorMessage}";
                screen.Step(step.Step.Name, invocation.Duration, outcome, invocation.Succeeded);
            }
        }

        account.Sandbox.SecretsManager.StepEnded += Show;
        try
        {
            await account.CallAsync("secretsmanager.RotateSecret", new()
            {
                ["SecretId"] = secret,
                ["ClientRequestToken"] = Guid.NewGuid().ToString(),
                ["RotationLambdaARN"] = account.RotationFunctionArn,
                ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 30 },
            });
            return await account.Sandbox.SecretsManager.WaitForRotationAsync(secret);
        }
        finally
        {
            account.Sandbox.SecretsManager.StepEnded -= Show;
        }
    }
}
