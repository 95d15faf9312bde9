namespace RotationLambdas.Sandbox.Lambda;

/// <summary>A function that can be invoked.</summary>
public sealed class RunningFunction
{
    internal RunningFunction(string name, string arn, IFunctionRunner runner)
    {
        Name = name;
        Arn = arn;
        Runner = runner;
    }

    /// <summary>The function's name.</summary>
    public string Name { get; }

    /// <summary>The function's ARN, unqualified.</summary>
    public string Arn { get; }

    /// <summary>The ids of the processes that live now: none before the first invocation, at most the definition's concurrency.</summary>
    public IReadOnlyList<int> ProcessIds => [.. Runner.Processes.Select(process => process.Id).OfType<int>()];

    internal IFunctionRunner Runner { get; }

    /// <summary>Kills the function's processes (SIGKILL); the next invocation starts another.</summary>
    public void Kill()
    {
        foreach (var process in Runner.Processes)
        {
            process.Kill();
        }
    }
}
