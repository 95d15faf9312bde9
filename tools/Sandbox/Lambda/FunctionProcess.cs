using System.ComponentModel;
using System.Threading.Channels;

namespace RotationLambdas.Sandbox.Lambda;

/// <summary>One process of a function: what Lambda calls an execution environment. It runs one invocation at a time.</summary>
internal sealed class FunctionProcess : IDisposable
{
    // Lambda Developer Guide, "Lambda execution environment lifecycle": the init phase.
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);

    // .NET reports a process that a signal ended as 128 + the signal's number.
    private const int Killed = 128 + 9;

    private readonly FunctionDefinition _definition;
    private readonly FunctionEnvironment _environment;
    private readonly FunctionLog _log = new();
    private readonly ProcessStartInfo _start;
    private readonly Lock _starting = new();
#pragma warning disable CA2213 // WatchAsync disposes of it once it has ended.
    private Process? _process;
#pragma warning restore CA2213
    private int _processId;
    private long _startedAt;
    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationAnswer> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private InvocationAnswer? _initError;
    private Invocation? _current;
    private TimeSpan? _initDuration;
    private volatile bool _killed;

    public FunctionProcess(FunctionDefinition definition, IEnumerable<string> command, string functionArn, FunctionEnvironment environment)
    {
        _definition = definition;
        FunctionArn = functionArn;
        _environment = environment;
        // The shell only ties the output to the log file and then becomes the function.
        const string Script = "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null";
        _start = new("/bin/sh", ["-c", Script, "sh", _log.FilePath, .. command]) { WorkingDirectory = definition.PackageFolder };
        _start.Environment.Clear();
        foreach (var (name, value) in environment.Variables)
        {
            _start.Environment[name] = value;
        }
    }

    public string FunctionName => _definition.Name;

    public string FunctionArn { get; }

    public string RuntimeId => _environment.ProcessId;

    public string AccessKeyId => _environment.AccessKeyId;

    public int? Id => IsUsable ? _processId : null;

    public bool HasExited => _ended.Task.IsCompleted;

    public bool IsUsable => !_killed && !HasExited;

    /// <summary>Starts it, unless it was killed before. It must be registered by then: its first call comes within milliseconds.</summary>
    public void Start()
    {
        lock (_starting)
        {
            if (_killed)
            {
                End(Killed);
                return;
            }

            _startedAt = Stopwatch.GetTimestamp();
            _process = Process.Start(_start)!;
            _processId = _process.Id;
            _ = WatchAsync(_process);
        }
    }

    /// <returns>Null when the process ended between two invocations, before it asked for this one: another takes it.</returns>
    public async Task<InvocationResult?> InvokeAsync(JsonNode payload)
    {
        var invocation = new Invocation(payload, _definition.Timeout);
        var wasReady = _ready.Task.IsCompleted;
        var answer = await InitialisedAsync(invocation) ?? await RunAsync(invocation);
        if (wasReady && !invocation.IsDelivered && HasExited)
        {
            return null;
        }

        var result = new InvocationResult
        {
            RequestId = invocation.RequestId,
            FunctionName = _definition.Name,
            Payload = answer.Payload,
            ErrorType = answer.ErrorType,
            ErrorMessage = answer.ErrorMessage,
            Duration = invocation.Elapsed,
            InitDuration = _initDuration,
            PeakMemory = PeakMemory(),
            LogLines = _log.TakeNewLines(),
        };
        _current = null;
        _initDuration = null;
        return result;
    }

    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        var sinceStart = Stopwatch.GetElapsedTime(_startedAt);
        if (!_ready.Task.IsCompleted)
        {
            _initDuration = sinceStart;
            _ready.TrySetResult();
        }

        var invocation = await _waiting.Reader.ReadAsync(cancellationToken);
        invocation.Delivered();
        return invocation;
    }

    public bool Complete(string requestId, InvocationAnswer answer) =>
        _current is { } current && current.RequestId == requestId && current.Complete(answer);

    public void FailInit(InvocationAnswer error)
    {
        _initError = error;
        Kill();
    }

    public void Kill()
    {
        lock (_starting)
        {
            _killed = true;
            try
            {
                _process?.Kill(entireProcessTree: true);
            }
            catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
            {
                // It ended by itself meanwhile.
            }
        }
    }

    public void Dispose()
    {
        Kill();
        _log.Dispose();
    }

    private long? PeakMemory()
    {
        try
        {
            _process?.Refresh();
            return _process?.PeakWorkingSet64;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    private async Task<InvocationAnswer?> InitialisedAsync(Invocation invocation)
    {
        try
        {
            var first = await Task.WhenAny(_ready.Task, _ended.Task).WaitAsync(InitLimit);
            return first == _ready.Task ? null : ExitError(invocation, await _ended.Task);
        }
        catch (TimeoutException)
        {
            Kill();
            return TimedOut(invocation, "Init", InitLimit);
        }
    }

    private async Task<InvocationAnswer> RunAsync(Invocation invocation)
    {
        _current = invocation;
        _waiting.Writer.TryWrite(invocation);
        try
        {
            await Task.WhenAny(invocation.Answer, _ended.Task).WaitAsync(_definition.Timeout);
            return invocation.Answer.IsCompleted ? await invocation.Answer : ExitError(invocation, await _ended.Task);
        }
        catch (TimeoutException)
        {
            Kill();
            return TimedOut(invocation, "Task", _definition.Timeout);
        }
    }

    private static InvocationAnswer TimedOut(Invocation invocation, string what, TimeSpan limit) => InvocationAnswer.Error(
        "Sandbox.Timedout",
        string.Create(
            CultureInfo.InvariantCulture,
            $"RequestId: {invocation.RequestId} Error: {what} timed out after {limit.TotalSeconds:0.00} seconds"));

    private InvocationAnswer ExitError(Invocation invocation, InvocationAnswer exit) =>
        _initError ?? InvocationAnswer.Error(exit.ErrorType!, $"RequestId: {invocation.RequestId} Error: {exit.ErrorMessage}");

    private static string ExitText(int exitCode) => exitCode switch
    {
        0 => "Runtime exited without providing a reason",
        Killed => "Runtime exited with error: signal: killed",
        > 128 => $"Runtime exited with error: signal: {exitCode - 128}",
        _ => $"Runtime exited with error: exit status {exitCode}",
    };

    private async Task WatchAsync(Process process)
    {
        await process.WaitForExitAsync();
        End(process.ExitCode);
        process.Dispose();
    }

    private void End(int exitCode) => _ended.TrySetResult(InvocationAnswer.Error("Runtime.ExitError", ExitText(exitCode)));
}
