namespace RotationLambdas.Sandbox.Template;

public sealed record FunctionResource
{
    public required string LogicalId { get; init; }

    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string CodeUri { get; init; }

    public required string Role { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Its memory in MB.</summary>
    public required int MemorySize { get; init; }

    /// <summary>Its reserved concurrency; <see langword="null"/> for none.</summary>
    public int? ReservedConcurrency { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The ARN of the log group that it writes to, with <c>:*</c> at the end.</summary>
    public required string LogGroupArn { get; init; }

    public bool InVpc { get; init; }

    public bool Traced { get; init; }
}
