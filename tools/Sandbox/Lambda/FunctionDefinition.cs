namespace RotationLambdas.Sandbox.Lambda;

public sealed record FunctionDefinition
{
    public required string Name { get; init; }

    public required string PackageFolder { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>After this long an invocation is ended and its process killed. Default 3 seconds, as Lambda's.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The memory size in MB that the function's environment states; it is not enforced. Default 128, as Lambda's.</summary>
    public int MemorySize { get; init; } = 128;

    /// <summary>How many processes run at a time; further invocations wait their turn. Default 1.</summary>
    public int Concurrency { get; init; } = 1;
}
