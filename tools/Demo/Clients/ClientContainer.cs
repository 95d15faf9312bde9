using RotationLambdas.Sandbox.Ecs.Runners;

namespace RotationLambdas.Demo.Clients;

/// <summary>One client's process. It is ready with its first login, as a service with a health check would be.</summary>
internal sealed class ClientContainer : IRunningContainer
{
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ClientContainer(ContainerStart start, LoginCounts counts)
    {
        var command = new ProcessStartInfo(Environment.ProcessPath!, [.. OwnArguments(), "client"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in start.Environment)
        {
            command.Environment[name] = value;
        }

        _process = Process.Start(command)!;
        Exited = FollowAsync(counts);
    }

    public Task Ready => _ready.Task;

    public Task<int> Exited { get; }

    public async Task StopAsync(TimeSpan stopTimeout)
    {
        if (!Exited.IsCompleted)
        {
            // .NET itself sends only SIGKILL. Its word is not waited for: the process may have ended by itself meanwhile.
            using var terminate = Process.Start(
                new ProcessStartInfo(
                    "kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])
                { RedirectStandardError = true })!;
            await terminate.WaitForExitAsync();
            await Task.WhenAny(Exited, Task.Delay(stopTimeout));
        }

        if (!Exited.IsCompleted)
        {
            _process.Kill();
        }

        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
        {
            _process.Kill();
        }

        await Exited;
        _process.Dispose();
    }

    // `dotnet Demo.dll` is started with the dll as its first argument, the executable Demo without.
    private static IEnumerable<string> OwnArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "Demo.dll")] : [];

    private async Task<int> FollowAsync(LoginCounts counts)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            counts.Add(line);
            if (line == ClientProgram.Accepted)
            {
                _ready.TrySetResult();
            }
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
