using System.ComponentModel;
using System.Diagnostics;

namespace RotationLambdas.Demo.Databases;

/// <summary>The Docker engine, through its command line.</summary>
internal static class DockerEngine
{
    private static readonly string[] Candidates = ["postgres:18", "postgres:17", "postgres:16", "postgres:15", "rotationlambdas/postgres:17", "rotationlambdas/postgres:15"];

    /// <summary>A PostgreSQL image that is on the machine already; null when there is none, or no engine that answers within five seconds.</summary>
    public static async Task<string?> FindImageAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        var wanted = Environment.GetEnvironmentVariable("POSTGRES_DEMO_IMAGE") is { Length: > 0 } named ? [named] : Candidates;
        try
        {
            var present = await RunAsync(["image", "ls", "--format", "{{.Repository}}:{{.Tag}}"], limit.Token);
            return wanted.FirstOrDefault(present.Output.Split('\n', StringSplitOptions.TrimEntries).Contains);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Runs a command of the engine's.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message says how.</exception>
    /// <exception cref="Win32Exception">There is no <c>docker</c> on PATH.</exception>
    public static async Task<(string Output, string Error)> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return process.ExitCode == 0 ? (await output, await error) : throw new InvalidOperationException($"docker {arguments.First()}: {(await error).Trim()}");
    }
}
