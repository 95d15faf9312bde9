using System.Collections.Immutable;
using RotationLambdas.Sandbox.EventBridge.Patterns;
using RotationLambdas.Sandbox.Timing;

namespace RotationLambdas.Sandbox.EventBridge;

public sealed class EventRule
{
    private ImmutableSortedDictionary<string, EventTarget> _targets = ImmutableSortedDictionary<string, EventTarget>.Empty;
    private long _delivered;
    private long _undeliverable;

    internal EventRule(EventRuleSettings settings, string arn)
    {
        (Settings, Arn) = (settings, arn);
        Pattern = settings.EventPattern is { } pattern ? EventPattern.Parse(pattern.ToJsonString()) : null;
        Schedule = settings.ScheduleExpression is { } schedule ? AwsSchedule.Parse(schedule) : null;
    }

    public EventRuleSettings Settings { get; internal set; }

    public string Arn { get; }

    public IReadOnlyList<EventTarget> Targets => [.. Volatile.Read(ref _targets).Values];

    public long Delivered => Interlocked.Read(ref _delivered);

    public long Undeliverable => Interlocked.Read(ref _undeliverable);

    internal EventPattern? Pattern { get; }

    internal AwsSchedule? Schedule { get; }

    internal void Put(IEnumerable<EventTarget> targets)
    {
        foreach (var target in targets)
        {
            ImmutableInterlocked.Update(ref _targets, static (all, one) => all.SetItem(one.Id, one), target);
        }
    }

    internal void CountDelivery(bool succeeded) => Interlocked.Increment(ref succeeded ? ref _delivered : ref _undeliverable);
}
