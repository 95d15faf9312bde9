namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Brings an event to a target, or to the target's dead-letter queue. AWS retries for 24 hours before that (EventBridge User
/// Guide, "How EventBridge retries delivering events"); here nothing is gained by a second try.</summary>
internal sealed class EventDelivery(
    Func<string, MessageQueue?> findQueue, Func<EventTarget, JsonObject, (string Code, string Text)?> forward, InvokeFunction invoke)
{
    public async Task DeliverAsync(EventRule rule, EventTarget target, string awsEvent)
    {
        if (await ProblemAsync(target, target.Input ?? awsEvent) is var (code, text)
            && target.DeadLetterQueueArn is { } arn && findQueue(arn) is { } deadLetters)
        {
            deadLetters.Send(awsEvent, new JsonObject
            {
                ["RULE_ARN"] = Attribute(rule.Arn),
                ["TARGET_ARN"] = Attribute(target.Arn),
                ["ERROR_CODE"] = Attribute(code),
                ["ERROR_MESSAGE"] = Attribute(text),
                ["RETRY_ATTEMPTS"] = Attribute("0"),
            });
        }
    }

    private async Task<(string Code, string Text)?> ProblemAsync(EventTarget target, string payload)
    {
        var targetArn = target.Arn;
        switch (targetArn.Split(':') is { Length: >= 6 } parts ? parts[2] : "")
        {
            case "sqs" when findQueue(targetArn) is { } queue:
                _ = queue.Send(payload, senderId: "AIDAEVENTBRIDGE");
                return null;
            case "sqs":
                return ("NO_RESOURCE", "The queue does not exist.");
            case "events":
                return forward(target, JsonNode.Parse(payload)!.AsObject());
            case "lambda":
                return await InvokeAsync(targetArn, payload);
            default:
                return ("NO_RESOURCE", "The sandbox delivers events to queues, buses and functions only.");
        }
    }

    private async Task<(string Code, string Text)?> InvokeAsync(string functionArn, string payload)
    {
        try
        {
            var reply = await invoke(functionArn[(functionArn.LastIndexOf(':') + 1)..], JsonNode.Parse(payload)!, CancellationToken.None);
            return reply.Succeeded ? null : ("SDK_CLIENT_ERROR", "The function failed.");
        }
        catch (Exception e)
        {
            // Any error is the target's.
            return ("SDK_CLIENT_ERROR", e.Message);
        }
    }

    private static JsonObject Attribute(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };
}
