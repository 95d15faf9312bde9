namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Where a rule sends its events (EventBridge API Reference, "Target").</summary>
public sealed record EventTarget
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    /// <summary>The text that is sent in the event's place.</summary>
    public string? Input { get; init; }

    public string? DeadLetterQueueArn { get; init; }

    /// <summary>The role with which events are put on another bus.</summary>
    public string? RoleArn { get; init; }
}
