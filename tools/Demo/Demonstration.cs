using RotationLambdas.Demo.Databases;
using RotationLambdas.Demo.Scenarios;

namespace RotationLambdas.Demo;

internal sealed class Demonstration(DemoOptions options, DemoScreen screen)
{
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = await DemoDatabases.StartAsync(screen, cancellationToken);
        await using var sandbox = await SandboxHost.StartAsync(new(), cancellationToken);
        screen.Line($"{database.Description} is at {database.Host}:{database.Port}, AWS at {sandbox.Endpoint}");
        using var account = new Account(sandbox);
        var superuserSecret = await account.StoreAsync(
            "demo/superuser", Account.SecretValue(database, "postgres", database.AdministratorPassword));
        var deployment = Deployed.Deploy(options, sandbox, database, superuserSecret);
        account.RotationFunctionArn = deployment.Stack.Outputs["RotationFunctionArn"];
        var checks = new Checklist(screen);

        await new SingleUserScenario(database, account, screen, checks).PlayAsync();
        var fleet = await new AlternatingUsersScenario(database, account, superuserSecret, screen, checks).PlayAsync(cancellationToken);

        screen.Heading(checks.Broken.Count == 0 ? $"All {checks.Held} checks hold" : $"{checks.Broken.Count} checks do not hold");
        foreach (var broken in checks.Broken)
        {
            screen.Check(broken);
        }

        if (options.Keep)
        {
            await StayAsync(sandbox, database, fleet, cancellationToken);
        }

        return checks.Broken.Count == 0;
    }

    private async Task StayAsync(SandboxHost sandbox, IDatabaseServer database, Fleet fleet, CancellationToken cancellationToken)
    {
        screen.Heading("It stays up until Ctrl-C. Some commands to try in another terminal");
        foreach (var line in KeptCommands.For(sandbox, database))
        {
            screen.Command(line);
        }

        // The table shows what a rotation from the other terminal does to the services.
        fleet.MarkFirst();
        var ended = new TaskCompletionSource();
        await using var interrupted = cancellationToken.Register(ended.SetResult);
        await screen.WatchAsync(fleet.Rows, ended.Task);
        screen.Line("Ending.");
    }
}
