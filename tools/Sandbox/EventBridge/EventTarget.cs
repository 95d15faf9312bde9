namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Where a rule sends its events (EventBridge API Reference, "Target").</summary>
public sealed record EventTarget
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    public string? Input { get; init; }

    public string? DeadLetterQueueArn { get; init; }

    /// <summary>How often delivery is retried, 0 to 185. Default 185.</summary>
    public int MaximumRetryAttempts { get; init; } = 185;

    /// <summary>For how long delivery is tried, 60 s to 24 h. Default 24 h.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromHours(24);
}
