using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Lambda;

/// <summary>The functions of a sandbox.</summary>
public sealed class FunctionHost : IAsyncDisposable
{
    private readonly SandboxOptions _options;
    private readonly ConcurrentDictionary<string, RunningFunction> _functions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FunctionProcess> _processesByKey = new(StringComparer.Ordinal);
    private Uri? _endpoint;

    internal FunctionHost(SandboxOptions options) => _options = options;

    /// <summary>Raised when an invocation has ended, whatever its end.</summary>
    public event EventHandler<InvocationEndedEventArgs>? Ended;

    /// <summary>The functions there are.</summary>
    public IReadOnlyCollection<RunningFunction> Running => [.. _functions.Values];

    /// <summary>
    /// Registers a function whose invocations run in processes of its own; the first is started by the first invocation, as Lambda does.
    /// A function of the same name is replaced; the processes of the old one are left to <see cref="DisposeAsync"/>.
    /// </summary>
    /// <exception cref="FileNotFoundException">The package folder holds neither <c>bootstrap</c> nor <c>bootstrap.dll</c>.</exception>
    public RunningFunction Start(FunctionDefinition definition)
    {
        var executable = PackageExecutable.In(definition.PackageFolder);
        return Register(definition.Name, new ProcessRunner(definition, () => NewProcess(definition, executable)));
    }

    /// <summary>Registers a function that is code of this process. An exception is its error, with the type's name as errorType.</summary>
    public RunningFunction Start(string name, Func<JsonNode, CancellationToken, Task<JsonNode?>> handler) => Register(name, new DelegateRunner(name, handler));

    /// <summary>Invokes a function and waits for its end. A failure of the function is a result, not an exception.</summary>
    /// <param name="functionName">Its name or ARN.</param>
    /// <param name="payload">The event.</param>
    /// <param name="cancellationToken">Ends the waiting, not the function.</param>
    /// <exception cref="AwsServiceException">ResourceNotFoundException: there is no such function.</exception>
    public async Task<InvocationResult> InvokeAsync(string functionName, JsonNode payload, CancellationToken cancellationToken = default)
    {
        var function = Find(functionName) ?? throw new AwsServiceException("ResourceNotFoundException", $"Function not found: {ArnOf(FunctionArn.NameIn(functionName))}", 404);
        var result = await function.Runner.InvokeAsync(payload).WaitAsync(cancellationToken);
        Ended?.Invoke(this, new InvocationEndedEventArgs(result));
        return result;
    }

    /// <summary>The function with this name or ARN, or <see langword="null"/>.</summary>
    public RunningFunction? Find(string nameOrArn) => _functions.GetValueOrDefault(FunctionArn.NameIn(nameOrArn));

    /// <summary>The ARN that a function of this name has or would have.</summary>
    public string ArnOf(string name) => $"arn:aws:lambda:{_options.Region}:{_options.AccountId}:function:{name}";

    /// <summary>Kills every process.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions.Values)
        {
            await function.Runner.DisposeAsync();
        }
    }

    internal void Listening(Uri endpoint) => _endpoint = endpoint;

    internal Caller CallerOf(string accessKeyId) => _processesByKey.TryGetValue(accessKeyId, out var process)
        ? new Caller(accessKeyId, process.FunctionName, $"arn:aws:sts::{_options.AccountId}:assumed-role/{process.FunctionName}/{process.FunctionName}")
        : new Caller(accessKeyId, null, $"arn:aws:iam::{_options.AccountId}:root");

    internal void Kill(Caller caller)
    {
        if (_processesByKey.TryGetValue(caller.AccessKeyId, out var process))
        {
            process.Kill();
        }
    }

    private RunningFunction Register(string name, IFunctionRunner runner) => _functions[name] = new RunningFunction(name, ArnOf(name), runner);

    private FunctionProcess NewProcess(FunctionDefinition definition, PackageExecutable executable)
    {
        var endpoint = _endpoint ?? throw new InvalidOperationException("The sandbox does not listen yet. Invoke functions after SandboxHost.StartAsync.");
        var process = FunctionProcess.Start(definition, executable, ArnOf(definition.Name), FunctionEnvironment.Of(definition, _options, endpoint));
        _processesByKey[process.AccessKeyId] = process;
        return process;
    }
}
