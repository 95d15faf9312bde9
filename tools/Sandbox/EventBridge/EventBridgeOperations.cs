using RotationLambdas.Sandbox.EventBridge.Patterns;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>EventBridge's operations over AWS JSON 1.1 (EventBridge API Reference, "Actions").</summary>
internal sealed class EventBridgeOperations(EventBridgeService service, SandboxOptions options)
{
    public JsonObject Call(AwsCall call)
    {
        try
        {
            return Answer(call);
        }
        catch (InvalidEventPatternException e)
        {
            throw new AwsServiceException("InvalidEventPatternException", e.Message);
        }
        catch (FormatException e)
        {
            throw new AwsServiceException("ValidationException", e.Message);
        }
    }

    private JsonObject Answer(AwsCall call) => call.Operation switch
    {
        "PutEvents" => new PutEventsOperation(service, options).Call(call.Input),
        "PutRule" => PutRule(call.Input),
        "ListRules" => ListRules(call.Input),
        "PutTargets" => PutTargets(call.Input),
        _ => throw new AwsServiceException("UnknownOperationException", $"The sandbox's EventBridge has no operation {call.Operation}."),
    };

    private static string Required(JsonObject input, string member) => input.Text(member)
        ?? throw new AwsServiceException(
            "ValidationException",
            $"1 validation error detected: Value null at '{char.ToLowerInvariant(member[0])}{member[1..]}' failed to satisfy constraint: "
                + "Member must not be null");

    private static string BusName(JsonObject input) => input.Text("EventBusName") ?? "default";

    private EventRule Rule(JsonObject input, string member) => service.Rule(BusName(input), Required(input, member));

    private JsonObject PutRule(JsonObject input)
    {
        var pattern = input.Text("EventPattern");
        var rule = service.PutRule(new EventRuleSettings
        {
            Name = Required(input, "Name"),
            EventBusName = service.Bus(BusName(input)).Name,
            EventPattern = pattern is null ? null : JsonNode.Parse(EventPattern.Parse(pattern).Text)!.AsObject(),
            ScheduleExpression = input.Text("ScheduleExpression"),
            Enabled = input.Text("State") is not "DISABLED",
            Description = input.Text("Description"),
        });
        return new JsonObject { ["RuleArn"] = rule.Arn };
    }

    private JsonObject ListRules(JsonObject input)
    {
        var prefix = input.Text("NamePrefix") ?? "";
        var rules = service.Bus(BusName(input)).Rules.Values.Where(rule => rule.Settings.Name.StartsWith(prefix, StringComparison.Ordinal));
        return new JsonObject
        {
            ["Rules"] = new JsonArray(
            [.. rules.OrderBy(static rule => rule.Settings.Name, StringComparer.Ordinal).Select(RuleView.Of)])
        };
    }

    private JsonObject PutTargets(JsonObject input)
    {
        Rule(input, "Rule").Put(input.Objects("Targets").Select(TargetView.Read));
        return new JsonObject { ["FailedEntryCount"] = 0, ["FailedEntries"] = new JsonArray() };
    }
}
