namespace RotationLambdas.Sandbox.Sqs;

/// <summary>The attributes of a queue that its maker sets, with SQS's own defaults (SQS API Reference, "CreateQueue").</summary>
public sealed record QueueSettings
{
    /// <summary>How long a received message is hidden from others, 0 s to 12 h. Default 30 s.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a message is kept, 60 s to 14 days. Default 4 days.</summary>
    public TimeSpan RetentionPeriod { get; init; } = TimeSpan.FromDays(4);

    public string? DeadLetterTargetArn { get; init; }

    public int? MaxReceiveCount { get; init; }

    public string? KmsMasterKeyId { get; init; }
}
