using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Where a rule sends its events (EventBridge API Reference, "Target").</summary>
public sealed record EventTarget
{
    /// <summary>The target's id within its rule.</summary>
    public required string Id { get; init; }

    /// <summary>The ARN of an SQS queue or a Lambda function. Others are taken and never delivered to; <see cref="EventRule.Undeliverable"/> counts that.</summary>
    public required string Arn { get; init; }

    /// <summary>JSON text that is sent instead of the event.</summary>
    public string? Input { get; init; }

    /// <summary>The queue for events that could not be delivered.</summary>
    public string? DeadLetterQueueArn { get; init; }

    /// <summary>How often delivery is tried again, 0 to 185. Default 185.</summary>
    public int MaximumRetryAttempts { get; init; } = 185;

    /// <summary>For how long delivery is tried, 60 s to 24 h. Default 24 h.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The target as it was given over the wire, for ListTargetsByRule.</summary>
    internal JsonObject? Given { get; init; }
}
