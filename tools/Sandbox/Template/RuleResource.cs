using RotationLambdas.Sandbox.EventBridge;

namespace RotationLambdas.Sandbox.Template;

/// <summary>An EventBridge rule as the template describes it.</summary>
/// <param name="LogicalId">Its key under Resources.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="EventPattern">The pattern; <see langword="null"/> for a rule with a schedule.</param>
/// <param name="ScheduleExpression">The schedule; <see langword="null"/> for a rule with a pattern.</param>
/// <param name="Targets">Where its events go.</param>
public sealed record RuleResource(
    string LogicalId, string Name, string Arn, JsonObject? EventPattern, string? ScheduleExpression,
    IReadOnlyList<EventTarget> Targets);
