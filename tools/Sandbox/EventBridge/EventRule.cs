using System.Collections.Immutable;
using RotationLambdas.Sandbox.EventBridge.Patterns;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>A rule of a bus, with its targets.</summary>
public sealed class EventRule
{
    private ImmutableSortedDictionary<string, EventTarget> _targets = ImmutableSortedDictionary<string, EventTarget>.Empty;
    private long _matched;
    private long _delivered;
    private long _undeliverable;

    internal EventRule(EventRuleSettings settings, string arn)
    {
        (Settings, Arn) = (settings, arn);
        Pattern = settings.EventPattern is { } pattern ? EventPattern.Parse(pattern.ToJsonString()) : null;
        Schedule = settings.ScheduleExpression is { } schedule ? ScheduleExpression.Parse(schedule) : null;
    }

    /// <summary>What the rule was made of.</summary>
    public EventRuleSettings Settings { get; internal set; }

    /// <summary>The rule's ARN.</summary>
    public string Arn { get; }

    /// <summary>Where it sends events.</summary>
    public IReadOnlyList<EventTarget> Targets => [.. Volatile.Read(ref _targets).Values];

    /// <summary>How many events it matched, its schedule's included.</summary>
    public long Matched => Interlocked.Read(ref _matched);

    /// <summary>How many deliveries its targets took.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>How many deliveries were given up.</summary>
    public long Undeliverable => Interlocked.Read(ref _undeliverable);

    /// <summary>The pattern, ready to match.</summary>
    internal EventPattern? Pattern { get; }

    /// <summary>The schedule, ready to reckon with.</summary>
    internal ScheduleExpression? Schedule { get; }

    internal void Put(IEnumerable<EventTarget> targets)
    {
        foreach (var target in targets)
        {
            ImmutableInterlocked.Update(ref _targets, static (all, one) => all.SetItem(one.Id, one), target);
        }
    }

    internal bool Remove(string targetId) => ImmutableInterlocked.Update(ref _targets, static (all, id) => all.Remove(id), targetId);

    internal void CountMatch() => Interlocked.Increment(ref _matched);

    internal void CountDelivery(bool succeeded) => Interlocked.Increment(ref succeeded ? ref _delivered : ref _undeliverable);
}
