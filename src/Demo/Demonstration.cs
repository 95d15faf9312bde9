using RotationLambdas.Demo.Acts;
using RotationLambdas.Demo.Databases;
using RotationLambdas.Demo.Screen;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Lambda;

namespace RotationLambdas.Demo;

/// <summary>The demo from its beginning to its end.</summary>
internal sealed class Demonstration(DemoOptions options, IScreen screen)
{
    /// <summary>Plays all acts.</summary>
    /// <returns>Whether everything was as it should be.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = await DemoDatabases.StartAsync(screen, cancellationToken);
        await using var sandbox = await SandboxHost.StartAsync(new(), cancellationToken);
        screen.Say($"{database.Description} is at {database.Host}:{database.Port}, AWS at {sandbox.Endpoint}");
        var function = sandbox.Functions.Start(new FunctionDefinition
        {
            Name = "PostgresRotation",
            PackageFolder = Path.Combine(options.Packages, "PostgresRotation"),
            Timeout = TimeSpan.FromSeconds(60),
            Environment = new Dictionary<string, string> { ["TLS_CA_FILE"] = database.RootCertificateFile },
        });
        using var account = new Account(sandbox, function.Arn);
        var checks = new Checklist(screen);

        await new SingleUserAct(database, account, screen, checks).PlayAsync();

        screen.Heading(checks.Broken.Count == 0 ? $"All {checks.Held} checks hold" : $"{checks.Broken.Count} checks do not hold");
        foreach (var broken in checks.Broken)
        {
            screen.Check(broken);
        }

        if (options.Keep)
        {
            await StayAsync(sandbox, cancellationToken);
        }

        return checks.Broken.Count == 0;
    }

    private async Task StayAsync(SandboxHost sandbox, CancellationToken cancellationToken)
    {
        screen.Heading("It stays up until Ctrl-C. Some commands to try in another terminal");
        foreach (var line in KeptCommands.For(sandbox))
        {
            screen.Say(line);
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            screen.Say("Ending.");
        }
    }
}
