namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>What a rule is made of (EventBridge API Reference, "PutRule").</summary>
public sealed record EventRuleSettings
{
    public required string Name { get; init; }

    public JsonObject? EventPattern { get; init; }

    /// <summary><c>rate(5 minutes)</c> or <c>cron(0 3 * * ? *)</c>, in UTC.</summary>
    public string? ScheduleExpression { get; init; }

    /// <summary>Whether the rule does anything. Default yes.</summary>
    public bool Enabled { get; init; } = true;
}
