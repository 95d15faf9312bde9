namespace RotationLambdas.Sandbox.Template;

/// <summary>A Lambda function as the template describes it.</summary>
public sealed record FunctionResource
{
    /// <summary>Its key under Resources.</summary>
    public required string LogicalId { get; init; }

    /// <summary>Its name in AWS.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The folder of its sources, relative to the template.</summary>
    public required string CodeUri { get; init; }

    /// <summary>The logical id of its role.</summary>
    public required string Role { get; init; }

    /// <summary>How long an invocation may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Its memory in MB.</summary>
    public required int MemorySize { get; init; }

    /// <summary>Its reserved concurrency; <see langword="null"/> for none.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>Its environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The ARN of the log group that it writes to, with <c>:*</c> at the end.</summary>
    public required string LogGroupArn { get; init; }

    /// <summary>Whether it runs in a VPC.</summary>
    public bool InVpc { get; init; }

    /// <summary>Whether it sends traces to X-Ray.</summary>
    public bool Traced { get; init; }
}
