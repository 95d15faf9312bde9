using RotationLambdas.Sandbox.Sqs;
using RotationLambdas.Sandbox.Timing;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>EventBridge: the default bus, where what the sandbox's services publish arrives, and its rules by pattern and by schedule.
/// Over the wire it has PutEvents and ListRules (EventBridge API Reference, "Actions").</summary>
public sealed class EventBridgeService : IAwsService, IDisposable
{
    private readonly SandboxOptions _options;
    private readonly Scheduler _scheduler;
    private readonly EventDelivery _delivery;
    private readonly PutEventsOperation _putEvents;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<string, EventRule> _rules = new(StringComparer.Ordinal);

    public EventBridgeService(SandboxOptions options, IEventBus events, SqsService queues, Scheduler scheduler, InvokeFunction invoke)
    {
        (_options, _scheduler) = (options, scheduler);
        _delivery = new EventDelivery(queues.Find, invoke);
        _putEvents = new PutEventsOperation(options, Receive);
        _subscription = events.Subscribe(Receive);
    }

    public string TargetPrefix => "AWSEvents";

    /// <summary>Makes a rule. One that replaces another keeps its targets.</summary>
    public EventRule PutRule(EventRuleSettings settings)
    {
        var rule = new EventRule(settings, $"arn:aws:events:{_options.Region}:{_options.AccountId}:rule/{settings.Name}");
        rule.Put(_rules.GetValueOrDefault(settings.Name)?.Targets ?? []);
        _rules[settings.Name] = rule;
        ScheduleNext(rule, _scheduler.Now);
        return rule;
    }

    public void PutTargets(string ruleName, params IEnumerable<EventTarget> targets) => Rule(ruleName).Put(targets);

    public EventRule Rule(string name) => _rules[name];

    public Task<JsonNode> CallAsync(AwsCall call) => Task.FromResult<JsonNode>(call.Operation switch
    {
        "PutEvents" => _putEvents.Call(call.Input),
        "ListRules" => ListRules(call.Input),
        _ => throw new AwsServiceException("UnknownOperationException", $"The sandbox's EventBridge has no operation {call.Operation}."),
    });

    public void Dispose() => _subscription.Dispose();

    private JsonObject ListRules(JsonObject input)
    {
        var prefix = input.Text("NamePrefix") ?? "";
        return new JsonObject
        {
            ["Rules"] = new JsonArray([.. _rules.Values.OrderBy(static rule => rule.Settings.Name, StringComparer.Ordinal)
                .Where(rule => rule.Settings.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(static rule => rule.ToJson())]),
        };
    }

    private void Receive(JsonObject awsEvent)
    {
        foreach (var rule in _rules.Values.Where(rule => rule.Settings.Enabled && rule.Pattern?.Matches(awsEvent) == true))
        {
            Send(rule, awsEvent);
        }
    }

    private void Send(EventRule rule, JsonObject awsEvent)
    {
        foreach (var target in rule.Targets)
        {
            _ = _delivery.DeliverAsync(rule, target, awsEvent.ToJsonString());
        }
    }

    private void ScheduleNext(EventRule rule, DateTimeOffset after)
    {
        if (rule.Schedule?.Next(after) is { } next)
        {
            _scheduler.At(next, due => Fire(rule, due));
        }
    }

    private void Fire(EventRule rule, DateTimeOffset due)
    {
        // A rule that was replaced meanwhile does not fire.
        if (Rule(rule.Settings.Name) != rule)
        {
            return;
        }

        if (rule.Settings.Enabled)
        {
            var scheduled = AwsEvent.Create(_options, "aws.events", "Scheduled Event", [], rule.Arn);
            scheduled["time"] = AwsEvent.Timestamp(due);
            Send(rule, scheduled);
        }

        ScheduleNext(rule, due);
    }
}
