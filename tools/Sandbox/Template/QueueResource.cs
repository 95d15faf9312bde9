using RotationLambdas.Sandbox.Iam;

namespace RotationLambdas.Sandbox.Template;

public sealed record QueueResource
{
    public required string LogicalId { get; init; }

    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>How long a message that was received stays hidden. SQS's default is 30 seconds.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long messages are kept. SQS's default is 4 days.</summary>
    public TimeSpan RetentionPeriod { get; init; } = TimeSpan.FromDays(4);

    /// <summary>Where messages go that were received too often; <see langword="null"/> for nowhere.</summary>
    public string? DeadLetterTargetArn { get; init; }

    public int? MaxReceiveCount { get; init; }

    /// <summary>The key that its messages are under; <see langword="null"/> for SQS's own encryption.</summary>
    public string? KmsMasterKeyId { get; init; }

    public IReadOnlyList<PolicyStatement> Policy { get; init; } = [];
}
