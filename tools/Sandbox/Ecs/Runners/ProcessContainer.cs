using System.Diagnostics;
using System.Globalization;

namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>A child process that plays a container.</summary>
internal sealed class ProcessContainer : IRunningContainer
{
    private const int KilledExitCode = 137;

    private readonly Process _process;
    private readonly string? _readyText;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProcessContainer(Process process, string? readyText)
    {
        (_process, _readyText) = (process, readyText);
        if (readyText is null)
        {
            _ready.SetResult();
        }

        // Both streams are read to their end: a process whose output nobody takes would stand still.
        _process.OutputDataReceived += OnLine;
        _process.ErrorDataReceived += OnLine;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = WaitAsync();
    }

    public Task Ready => _ready.Task;

    public Task<int> Exited { get; }

    public async Task StopAsync(TimeSpan stopTimeout)
    {
        if (stopTimeout > TimeSpan.Zero && !Exited.IsCompleted)
        {
            // .NET can send SIGKILL only; the program of that name sends the other.
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync();
            await Task.WhenAny(Exited, Task.Delay(stopTimeout));
        }

        if (!Exited.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
        }

        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _process.Dispose();
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode < 0 ? KilledExitCode : _process.ExitCode;
    }

    private void OnLine(object sender, DataReceivedEventArgs line)
    {
        if (_readyText is not null && line.Data?.Contains(_readyText, StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }
}
