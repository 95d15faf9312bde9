using System.ComponentModel;
using System.Diagnostics;

namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>
/// Runs containers of the images <c>process</c> and <c>local</c> as child processes: the container's command with its environment and
/// nothing of this process's own but PATH, HOME, TMPDIR, LANG and DOTNET_*. With a docker label <c>sandbox.ready</c> the container is
/// ready when it has written a line that contains the label's text.
/// </summary>
public sealed class ProcessRunner : ITaskRunner
{
    public const string ReadyLabel = "sandbox.ready";

    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "LANG"];

    public bool Runs(string image) => image.Split(':')[0] is "process" or "local";

    public Task<IRunningContainer> StartAsync(ContainerStart start, CancellationToken cancellationToken)
    {
        if (start.Command.Count == 0)
        {
            throw new CannotStartContainerException(
                $"the container {start.ContainerName} has no command. Give it the program and its arguments as its command.");
        }

        var process = new Process { StartInfo = StartInfo(start), EnableRaisingEvents = true };
        try
        {
            _ = process.Start();
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw new CannotStartContainerException($"{start.Command[0]}: {e.Message}");
        }

        return Task.FromResult<IRunningContainer>(new ProcessContainer(process, start.Labels.GetValueOrDefault(ReadyLabel)));
    }

    private static ProcessStartInfo StartInfo(ContainerStart start)
    {
        var info = new ProcessStartInfo(
            start.Command[0], start.Command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true,
            RedirectStandardInput = true };
        foreach (
            var name in info.Environment.Keys.Where(
            static name => !Inherited.Contains(name) && !name.StartsWith("DOTNET_", StringComparison.Ordinal)).ToList())
        {
            _ = info.Environment.Remove(name);
        }

        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }
}
