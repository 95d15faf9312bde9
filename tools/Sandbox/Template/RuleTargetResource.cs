namespace RotationLambdas.Sandbox.Template;

/// <summary>A target of a rule.</summary>
/// <param name="Id">Its id within the rule.</param>
/// <param name="Arn">What gets the events.</param>
/// <param name="Input">The text that is sent in the event's place; <see langword="null"/> for the event itself.</param>
/// <param name="DeadLetterQueueArn">Where events go that could not be delivered; <see langword="null"/> for nowhere.</param>
public sealed record RuleTargetResource(string Id, string Arn, string? Input, string? DeadLetterQueueArn);
