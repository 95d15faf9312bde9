namespace RotationLambdas.Sandbox.Lambda;

public sealed class FunctionHost : IAsyncDisposable
{
    private readonly SandboxOptions _options;
    private readonly ConcurrentDictionary<string, RunningFunction> _functions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FunctionProcess> _processesByKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _stopped = new(StringComparer.Ordinal);
    private Uri? _endpoint;

    internal FunctionHost(SandboxOptions options) => _options = options;

    public event EventHandler<InvocationResult>? Ended;

    public IReadOnlyCollection<RunningFunction> Running => [.. _functions.Values];

    public RunningFunction Start(FunctionDefinition definition)
    {
        var command = Command(definition.PackageFolder);
        return Register(definition.Name, new ProcessRunner(definition, () => NewProcess(definition, command)));
    }

    public RunningFunction Start(string name, Func<JsonNode, CancellationToken, Task<JsonNode?>> handler) =>
        Register(name, new DelegateRunner(name, handler));

    public async Task<InvocationResult> InvokeAsync(string functionName, JsonNode payload, CancellationToken cancellationToken = default)
    {
        var function = Find(functionName)
            ?? throw new AwsServiceException("ResourceNotFoundException", $"Function not found: {ArnOf(NameIn(functionName))}", 404);
        if (_stopped.ContainsKey(function.Name))
        {
            throw new AwsServiceException("TooManyRequestsException", "Rate Exceeded.", 429);
        }

        var result = await function.Runner.InvokeAsync(payload).WaitAsync(cancellationToken);
        Ended?.Invoke(this, result);
        return result;
    }

    public RunningFunction? Find(string nameOrArn) => _functions.GetValueOrDefault(NameIn(nameOrArn));

    public string ArnOf(string name) => $"arn:aws:lambda:{_options.Region}:{_options.AccountId}:function:{name}";

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions.Values)
        {
            await function.Runner.DisposeAsync();
        }
    }

    internal static string NameIn(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        return parts.Length >= 7 && parts[0] == "arn" ? parts[6] : parts[0];
    }

    internal bool SetStopped(string nameOrArn, bool stopped)
    {
        if (Find(nameOrArn) is not { } function)
        {
            return false;
        }

        _ = stopped ? _stopped.TryAdd(function.Name, true) : _stopped.TryRemove(function.Name, out _);
        return true;
    }

    internal void Listening(Uri endpoint) => _endpoint = endpoint;

    internal Caller CallerOf(string accessKeyId) => _processesByKey.TryGetValue(accessKeyId, out var process)
        ? new Caller(
            accessKeyId, process.FunctionName,
            $"arn:aws:sts::{_options.AccountId}:assumed-role/{process.FunctionName}/{process.FunctionName}")
        : new Caller(accessKeyId, null, $"arn:aws:iam::{_options.AccountId}:root");

    internal void Kill(Caller caller)
    {
        if (_processesByKey.TryGetValue(caller.AccessKeyId, out var process))
        {
            process.Kill();
        }
    }

    private RunningFunction Register(string name, IFunctionRunner runner) =>
        _functions[name] = new RunningFunction(name, ArnOf(name), runner);

    private FunctionProcess NewProcess(FunctionDefinition definition, string[] command)
    {
        var endpoint = _endpoint
            ?? throw new InvalidOperationException("The sandbox does not listen yet. Invoke functions after SandboxHost.StartAsync.");
        var process = new FunctionProcess(
            definition, command, ArnOf(definition.Name), FunctionEnvironment.Of(definition, _options, endpoint));
        _processesByKey[process.AccessKeyId] = process;
        return process;
    }

    private static string[] Command(string folder)
    {
        var bootstrap = Path.GetFullPath(Path.Combine(folder, "bootstrap"));
        return File.Exists(bootstrap) ? [bootstrap]
            : File.Exists(bootstrap + ".dll") ? ["dotnet", bootstrap + ".dll"]
            : throw new FileNotFoundException(
                $"The package folder {folder} holds neither bootstrap nor bootstrap.dll. Publish the function into it first.", bootstrap);
    }
}
