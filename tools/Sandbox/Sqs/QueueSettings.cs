namespace RotationLambdas.Sandbox.Sqs;

/// <summary>The attributes of a queue that its maker sets, with SQS's own defaults (SQS API Reference, "CreateQueue").</summary>
public sealed record QueueSettings
{
    /// <summary>How long a received message is hidden from others, 0 s to 12 h. Default 30 s.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a new message is hidden, 0 to 15 minutes. Default none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long a ReceiveMessage waits for a message by default, 0 to 20 s. Default none.</summary>
    public TimeSpan ReceiveWaitTime { get; init; }

    /// <summary>How long a message is kept, 60 s to 14 days. Default 4 days.</summary>
    public TimeSpan RetentionPeriod { get; init; } = TimeSpan.FromDays(4);

    /// <summary>The largest message in bytes, 1,024 to 1,048,576. Default 1,048,576.</summary>
    public int MaximumMessageSize { get; init; } = 1_048_576;

    public string? DeadLetterTargetArn { get; init; }

    public int? MaxReceiveCount { get; init; }

    public string? KmsMasterKeyId { get; init; }

    /// <summary>Whether SQS's own encryption is on; stored only. Default on, as for new queues.</summary>
    public bool SqsManagedSse { get; init; } = true;

    public string? Policy { get; init; }
}
