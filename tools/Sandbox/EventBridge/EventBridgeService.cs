using RotationLambdas.Sandbox.Sqs;
using RotationLambdas.Sandbox.Timing;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>EventBridge: buses, rules by pattern and by schedule, targets. What the sandbox's services publish arrives on the default
/// bus.</summary>
public sealed class EventBridgeService : IAwsService, IDisposable
{
    private readonly SandboxOptions _options;
    private readonly Scheduler _scheduler;
    private readonly EventDelivery _delivery;
    private readonly EventBridgeOperations _operations;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<string, NamedEventBus> _buses = new(StringComparer.Ordinal);

    public EventBridgeService(SandboxOptions options, IEventBus events, SqsService queues, Scheduler scheduler, InvokeFunction invoke)
    {
        (_options, _scheduler) = (options, scheduler);
        _delivery = new EventDelivery(queues.Find, invoke, scheduler);
        _operations = new EventBridgeOperations(this, options);
        _ = CreateEventBus("default");
        _subscription = events.Subscribe(awsEvent => Receive("default", awsEvent));
    }

    public string TargetPrefix => "AWSEvents";

    public NamedEventBus CreateEventBus(string name)
    {
        var bus = new NamedEventBus(name, $"arn:aws:events:{_options.Region}:{_options.AccountId}:event-bus/{name}");
        return _buses.TryAdd(name, bus)
            ? bus : throw new AwsServiceException("ResourceAlreadyExistsException", $"Event bus {name} already exists.");
    }

    public EventRule PutRule(EventRuleSettings settings)
    {
        if (settings is { EventPattern: null, ScheduleExpression: null })
        {
            throw new AwsServiceException("ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        if (settings is { ScheduleExpression: not null, EventBusName: not "default" })
        {
            throw new AwsServiceException("ValidationException", "ScheduleExpression is supported only on the default event bus.");
        }

        var path = settings.EventBusName == "default" ? settings.Name : $"{settings.EventBusName}/{settings.Name}";
        var rule = new EventRule(settings, $"arn:aws:events:{_options.Region}:{_options.AccountId}:rule/{path}");
        var rules = Bus(settings.EventBusName).Rules;
        if (rules.TryGetValue(settings.Name, out var replaced))
        {
            rule.Put(replaced.Targets);
        }

        rules[settings.Name] = rule;
        ScheduleNext(rule, _scheduler.Now);
        return rule;
    }

    public void PutTargets(string ruleName, params IEnumerable<EventTarget> targets) => Rule("default", ruleName).Put(targets);

    public void PutTargets(string ruleName, string eventBusName, params IEnumerable<EventTarget> targets) =>
        Rule(eventBusName, ruleName).Put(targets);

    public NamedEventBus Bus(string nameOrArn) => _buses.GetValueOrDefault(nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..])
        ?? throw new AwsServiceException("ResourceNotFoundException", $"Event bus {nameOrArn} does not exist.");

    public EventRule Rule(string eventBusName, string ruleName)
    {
        var bus = Bus(eventBusName);
        return bus.Rules.GetValueOrDefault(ruleName)
            ?? throw new AwsServiceException("ResourceNotFoundException", $"Rule {ruleName} does not exist on EventBus {bus.Name}.");
    }

    public Task<JsonNode> CallAsync(AwsCall call) => Task.FromResult<JsonNode>(_operations.Call(call));

    public void Dispose() => _subscription.Dispose();

    internal void Receive(string eventBusName, JsonObject awsEvent)
    {
        var name = eventBusName[(eventBusName.LastIndexOf('/') + 1)..];
        // What is sent to a bus that is not there is lost without an error, as in the real service.
        foreach (var rule in _buses.GetValueOrDefault(name)?.Rules.Values ?? [])
        {
            if (rule.Settings.Enabled && rule.Pattern?.Matches(awsEvent) == true)
            {
                Send(rule, awsEvent);
            }
        }
    }

    private void Send(EventRule rule, JsonObject awsEvent)
    {
        foreach (var target in rule.Targets)
        {
            _delivery.Begin(rule, target, awsEvent);
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
        if (!Bus(rule.Settings.EventBusName).Rules.TryGetValue(rule.Settings.Name, out var current) || current != rule)
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
