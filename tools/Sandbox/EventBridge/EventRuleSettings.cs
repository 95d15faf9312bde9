using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>What a rule is made of (EventBridge API Reference, "PutRule").</summary>
public sealed record EventRuleSettings
{
    /// <summary>The rule's name, 1 to 64 letters, digits and <c>. - _</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The bus's name. Default <c>default</c>, where the services' own events arrive.</summary>
    public string EventBusName { get; init; } = "default";

    /// <summary>Which events the rule is for. A rule has a pattern, a schedule or both.</summary>
    public JsonObject? EventPattern { get; init; }

    /// <summary><c>rate(5 minutes)</c> or <c>cron(0 3 * * ? *)</c>, in UTC. On the default bus only.</summary>
    public string? ScheduleExpression { get; init; }

    /// <summary>Whether the rule does anything. Default yes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What the rule is for.</summary>
    public string? Description { get; init; }
}
