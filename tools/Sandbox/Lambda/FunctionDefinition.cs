namespace RotationLambdas.Sandbox.Lambda;

/// <summary>A Lambda function: what <c>CreateFunction</c> is told about one.</summary>
public sealed record FunctionDefinition
{
    /// <summary>The function's name, 1 to 64 letters, digits, hyphens and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The folder of the unpacked package. <c>bootstrap</c> in it is started; where there is none, <c>dotnet bootstrap.dll</c>.</summary>
    public required string PackageFolder { get; init; }

    /// <summary>The function's environment variables, besides those that Lambda sets. Nothing of this process's own gets through but PATH, HOME, TMPDIR, LANG and DOTNET_*.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>After this long an invocation is ended and its process killed. Default 3 seconds, as Lambda's.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The memory size in MB that the function is told; it is not enforced. Default 128, as Lambda's.</summary>
    public int MemorySize { get; init; } = 128;

    /// <summary>How many processes run at a time; further invocations wait their turn. Default 1.</summary>
    public int Concurrency { get; init; } = 1;
}
