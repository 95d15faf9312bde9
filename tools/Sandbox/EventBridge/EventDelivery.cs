using RotationLambdas.Sandbox.Sqs;
using RotationLambdas.Sandbox.Timing;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Brings an event to a target and retries when that fails: "24 hours and up to 185 times with an exponential back off"
/// (EventBridge User Guide, "How EventBridge retries delivering events"), then the target's dead-letter queue.</summary>
internal sealed class EventDelivery(Func<string, MessageQueue?> findQueue, InvokeFunction invoke, Scheduler scheduler)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    public void Begin(EventRule rule, EventTarget target, JsonObject awsEvent) =>
        _ = TryAsync(rule, target, awsEvent.ToJsonString(), scheduler.Now, attempt: 0);

    private async Task TryAsync(EventRule rule, EventTarget target, string awsEvent, DateTimeOffset began, int attempt)
    {
        if (await DeliverAsync(target, target.Input ?? awsEvent) is not { } problem)
        {
            rule.CountDelivery(succeeded: true);
            return;
        }

        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(attempt, 20)));
        var next = scheduler.Now + pause;
        if (problem.Retry && attempt < target.MaximumRetryAttempts && next - began < target.MaximumEventAge)
        {
            scheduler.At(next, due => _ = TryAsync(rule, target, awsEvent, began, attempt + 1));
            return;
        }

        rule.CountDelivery(succeeded: false);
        if (target.DeadLetterQueueArn is { } arn && findQueue(arn) is { } deadLetters)
        {
            deadLetters.Send(awsEvent, DeadLetterAttributes(rule, target, problem, attempt));
        }
    }

    private async Task<DeliveryProblem?> DeliverAsync(EventTarget target, string payload)
    {
        switch (target.Arn.Split(':') is { Length: >= 6 } parts ? parts[2] : "")
        {
            case "sqs" when findQueue(target.Arn) is { } queue:
                _ = queue.Send(payload, senderId: "AIDAEVENTBRIDGE");
                return null;
            case "sqs":
                return new DeliveryProblem("NO_RESOURCE", "The queue does not exist.", Retry: false);
            case "lambda":
                return await InvokeAsync(target.Arn, payload);
            default:
                return new DeliveryProblem(
                    "NO_RESOURCE", "The sandbox delivers events to SQS queues and Lambda functions only.", Retry: false);
        }
    }

    private async Task<DeliveryProblem?> InvokeAsync(string functionArn, string payload)
    {
        try
        {
            // The real service hands the event over to Lambda's own queue and is done. Without that queue, a failed invocation is tried
            // once more from here.
            var reply = await invoke(
                functionArn[(functionArn.LastIndexOf(':') + 1)..], JsonNode.Parse(payload) ?? new JsonObject(), CancellationToken.None);
            return reply.Succeeded ? null : new DeliveryProblem("SDK_CLIENT_ERROR", "The function failed.", Retry: true);
        }
        catch (Exception e)
        {
            // The target's retry policy decides what follows any error.
            return new DeliveryProblem("SDK_CLIENT_ERROR", e.Message, Retry: e is not JsonException);
        }
    }

    private static JsonObject DeadLetterAttributes(EventRule rule, EventTarget target, DeliveryProblem problem, int attempt)
    {
        static JsonObject Text(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };
        return new JsonObject
        {
            ["RULE_ARN"] = Text(rule.Arn),
            ["TARGET_ARN"] = Text(target.Arn),
            ["ERROR_CODE"] = Text(problem.Code),
            ["ERROR_MESSAGE"] = Text(problem.Text),
            ["RETRY_ATTEMPTS"] = Text(attempt.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
    }
}
