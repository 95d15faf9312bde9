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
    private readonly List<EventBridgeService> _others = [];

    public EventBridgeService(SandboxOptions options, EventBus events, SqsService queues, Scheduler scheduler, InvokeFunction invoke)
    {
        (_options, _scheduler) = (options, scheduler);
        _delivery = new EventDelivery(queues.Find, Forward, invoke);
        _putEvents = new PutEventsOperation(options, Receive);
        _subscription = events.Subscribe(Receive);
    }

    public string TargetPrefix => "AWSEvents";

    /// <summary>Who may put events on the bus from other accounts.</summary>
    public List<PolicyStatement> BusPolicy { get; } = [];

    /// <summary>Another account or Region, to whose bus rules here may send.</summary>
    public void Connect(EventBridgeService other) => _others.Add(other);

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

    /// <summary>An event keeps its account and Region on another bus, whose policy decides. The sender needs a role: always within an
    /// organization (EventBridge User Guide, "Sending and receiving events between AWS accounts").</summary>
    private (string Code, string Text)? Forward(EventTarget target, JsonObject awsEvent)
    {
        var busArn = target.Arn;
        if (_others.Find(one =>
            busArn == $"arn:aws:events:{one._options.Region}:{one._options.AccountId}:event-bus/default") is not { } other)
        {
            return ("NO_RESOURCE", "The bus does not exist.");
        }

        if (target.RoleArn is null)
        {
            return ("NO_PERMISSIONS", "The target has no role.");
        }

        if (other._options.AccountId != _options.AccountId && !PolicyDecision.Of(
            other.BusPolicy.Where(one => one.Principals.Any(who => who == "*" || who.Contains(_options.AccountId))),
            new IamRequest("events:PutEvents", busArn)).IsAllowed)
        {
            return ("NO_PERMISSIONS", "The policy of the bus does not allow it.");
        }

        other.Receive(awsEvent);
        return null;
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
