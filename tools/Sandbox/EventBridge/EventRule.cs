namespace RotationLambdas.Sandbox.EventBridge;

public sealed class EventRule
{
    private ImmutableSortedDictionary<string, EventTarget> _targets = ImmutableSortedDictionary<string, EventTarget>.Empty;

    internal EventRule(EventRuleSettings settings, string arn)
    {
        (Settings, Arn) = (settings, arn);
        Pattern = settings.EventPattern is { } pattern ? new EventPattern(pattern) : null;
        Schedule = settings.ScheduleExpression is { } schedule ? AwsSchedule.Parse(schedule) : null;
    }

    public EventRuleSettings Settings { get; }

    public string Arn { get; }

    public IReadOnlyList<EventTarget> Targets => [.. Volatile.Read(ref _targets).Values];

    internal EventPattern? Pattern { get; }

    internal AwsSchedule? Schedule { get; }

    internal void Put(IEnumerable<EventTarget> targets)
    {
        foreach (var target in targets)
        {
            ImmutableInterlocked.Update(ref _targets, static (all, one) => all.SetItem(one.Id, one), target);
        }
    }

    internal JsonObject ToJson() => new JsonObject
    {
        [nameof(Settings.Name)] = Settings.Name,
        [nameof(Arn)] = Arn,
        ["State"] = Settings.Enabled ? "ENABLED" : "DISABLED",
        ["EventBusName"] = "default",
        ["EventPattern"] = Pattern?.ToString(),
        ["ScheduleExpression"] = Settings.ScheduleExpression,
    }.WithoutNulls();
}
