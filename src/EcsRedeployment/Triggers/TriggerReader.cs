using System.Globalization;
using System.Text.Json;

namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Reads what the function is invoked with: a batch of the queue, one EventBridge event, or a request.</summary>
internal static class TriggerReader
{
    private static readonly Func<EventEnvelope, Trigger?>[] Shapes =
    [
        SecretLabelUpdated.Read,
        RotationSucceeded.Read,
        CloudTrailCall.Read,
        ParameterStoreChange.Read,
        EcsDeploymentStateChange.Read,
        ScheduledSweep.Read,
    ];

    /// <summary>Reads an invocation's input. Every message yields exactly one delivery, whatever is in it.</summary>
    /// <exception cref="JsonException">The input is no JSON. The Lambda service never sends such.</exception>
    public static IReadOnlyList<Delivery> Read(Stream input)
    {
        using var document = JsonDocument.Parse(input);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array
            ? [.. records.EnumerateArray().Select(ReadMessage)]
            : [new Delivery(null, 1, ReadTrigger(root))];
    }

    private static Delivery ReadMessage(JsonElement message)
    {
        var count = int.TryParse(
            Json.Text(message, "attributes", "ApproximateReceiveCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var received)
            ? received : 1;
        return new Delivery(Json.Text(message, "messageId") ?? "", count, ReadBody(Json.Text(message, "body")))
        {
            Account = Arn.TryParse(Json.Text(message, "eventSourceARN"), out var queue) ? queue.Location.Account : null,
            ReceiptHandle = Json.Text(message, "receiptHandle"),
        };
    }

    private static Trigger ReadBody(string? body)
    {
        if (body is null)
        {
            return new NotUnderstood("The message has no body.");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return ReadTrigger(document.RootElement);
        }
        catch (JsonException)
        {
            return new NotUnderstood("The message's body is no JSON.");
        }
    }

    private static Trigger ReadTrigger(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new NotUnderstood("The event is no JSON object.");
        }

        if ((Resume.Read(json) ?? Request.Read(json)) is { } request)
        {
            return request;
        }

        if (EventEnvelope.Read(json) is not { } envelope)
        {
            return new NotUnderstood("The event lacks 'source', 'detail-type' or a readable 'time'.");
        }

        return Shapes.Select(read => read(envelope)).FirstOrDefault(trigger => trigger is not null)
            ?? new NotUnderstood($"No parser knows '{envelope.DetailType}' of '{envelope.Source}'.");
    }
}
