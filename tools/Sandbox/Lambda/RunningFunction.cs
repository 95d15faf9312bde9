namespace RotationLambdas.Sandbox.Lambda;

public sealed class RunningFunction
{
    internal RunningFunction(string name, string arn, IFunctionRunner runner)
    {
        Name = name;
        Arn = arn;
        Runner = runner;
    }

    public string Name { get; }

    public string Arn { get; }

    public IReadOnlyList<int> ProcessIds => [.. Runner.Processes.Select(process => process.Id).OfType<int>()];

    internal IFunctionRunner Runner { get; }

    public void Kill()
    {
        foreach (var process in Runner.Processes)
        {
            process.Kill();
        }
    }
}
