using System.Threading.Channels;

namespace RotationLambdas.Compat.Tests.Runtime;

internal sealed class FunctionProcess : IDisposable
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private FunctionProcess(Process process) => _process = process;

    internal static FunctionProcess Start(RuntimeApiStub api, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(TinyFunction).Assembly.Location);
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Address;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var function = new FunctionProcess(new Process { StartInfo = start });
        function._process.OutputDataReceived += (_, e) => function.Take(e.Data);
        function._process.Start();
        function._process.BeginOutputReadLine();
        function._process.BeginErrorReadLine();
        return function;
    }

    internal async Task<string> NextLineAsync() => await _lines.Reader.ReadAsync().AsTask().WaitAsync(WaitLimit);

    internal async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(WaitLimit);
        return _process.ExitCode;
    }

    internal void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
