using System.Threading.Channels;

namespace RotationLambdas.Sandbox.Lambda;

/// <summary>Keeps a function's processes: reuses an idle one, starts another up to the concurrency, drops those that ended.</summary>
internal sealed class ProcessRunner(FunctionDefinition definition, Func<FunctionProcess> create) : IFunctionRunner
{
    private readonly Channel<bool> _turns = Channel.CreateBounded<bool>(definition.Concurrency); // Full when every process is busy.
    private readonly ConcurrentDictionary<string, FunctionProcess> _processes = new(StringComparer.Ordinal);
    private readonly ConcurrentStack<FunctionProcess> _idle = new();

    public IReadOnlyList<FunctionProcess> Processes => [.. _processes.Values.Where(process => process.IsUsable)];

    public FunctionProcess? Process(string id) => _processes.GetValueOrDefault(id);

    public async Task<InvocationResult> InvokeAsync(JsonNode payload)
    {
        await _turns.Writer.WriteAsync(true);
        try
        {
            while (true)
            {
                var process = TakeIdle() ?? StartOne();
                var result = await process.InvokeAsync(payload);
                Return(process);
                if (result is not null)
                {
                    return result;
                }
            }
        }
        finally
        {
            _turns.Reader.TryRead(out _);
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
        {
            process.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private FunctionProcess? TakeIdle()
    {
        while (_idle.TryPop(out var process))
        {
            if (process.IsUsable)
            {
                return process;
            }

            Drop(process);
        }

        return null;
    }

    private FunctionProcess StartOne()
    {
        var process = create();
        _processes[process.RuntimeId] = process;
        process.Start();
        return process;
    }

    private void Return(FunctionProcess process)
    {
        if (process.IsUsable)
        {
            _idle.Push(process);
        }
        else
        {
            Drop(process);
        }
    }

    private void Drop(FunctionProcess process)
    {
        _processes.TryRemove(process.RuntimeId, out _);
        process.Dispose();
    }
}
