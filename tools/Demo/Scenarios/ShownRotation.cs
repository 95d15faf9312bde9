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
        void Show(object? sender, RotationStep step)
        {
            if (step.SecretArn == secret)
            {
                var invocation = step.Invocation;
                var outcome = invocation.Succeeded ? Meanings[step.Name] : $"{invocation.ErrorType}: {invocation.ErrorMessage}";
                screen.Step(step.Name, invocation.Duration, outcome, invocation.Succeeded);
            }
        }

        account.Sandbox.SecretsManager.StepEnded += Show;
        try
        {
            await account.RotateAsync(secret);
            return await account.Sandbox.SecretsManager.WaitForRotationAsync(secret);
        }
        finally
        {
            account.Sandbox.SecretsManager.StepEnded -= Show;
        }
    }
}
