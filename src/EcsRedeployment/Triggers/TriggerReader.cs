using Amazon.Lambda.Serialization.SystemTextJson;

namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Reads what the function is invoked with: a batch of the queue, one EventBridge event, or a request.</summary>
internal static class TriggerReader
{
    /// <summary>The advice for an event that is not understood.</summary>
    public const string Remedy = "Send an EventBridge event, or {\"secretId\":\"<ARN or name>\",\"dryRun\":true}.";

    private static readonly SourceGeneratorLambdaJsonSerializer<TriggerJson> Serializer = new(TriggerJson.Default);

    /// <summary>Reads an invocation's input. Every message yields exactly one delivery, also an invalid one.</summary>
    /// <exception cref="EventMalformedException">The input is not JSON. The Lambda service never sends that.</exception>
    public static IReadOnlyList<Delivery> Read(Stream input)
    {
        var root = Deserialize(input);
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Records", out var records)
            && records.ValueKind == JsonValueKind.Array
            ? [.. records.EnumerateArray().Select(ReadMessage)]
            : [new Delivery(null, 1, ReadTrigger(root))];
    }

    private static JsonElement Deserialize(Stream input)
    {
        try
        {
            return Serializer.Deserialize<JsonElement>(input);
        }
        catch (JsonSerializerException)
        {
            throw new EventMalformedException("The event is not JSON, or nested too deeply.", Remedy);
        }
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
            return new NotUnderstood("The message's body is not JSON.");
        }
    }

    private static Trigger ReadTrigger(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new NotUnderstood("The event is not a JSON object.");
        }

        if ((Resume.Read(json) ?? Request.Read(json)) is { } request)
        {
            return request;
        }

        if (EventEnvelope.Read(json) is not { } envelope)
        {
            return new NotUnderstood("The event lacks 'source', 'detail-type' or a readable 'time'.");
        }

        return (envelope.Source, envelope.DetailType) switch
        {
            ("aws.secretsmanager", "Secret Label Updated") => SecretLabelUpdated.Read(envelope),
            ("aws.secretsmanager", "AWS Service Event via CloudTrail") => RotationSucceeded.Read(envelope),
            ("aws.secretsmanager", "AWS API Call via CloudTrail") => CloudTrailCall.Read(envelope),
            ("aws.ssm", "Parameter Store Change") => ParameterStoreChange.Read(envelope),
            ("aws.ecs", "ECS Deployment State Change") => EcsDeploymentStateChange.Read(envelope),
            ("aws.events" or "aws.scheduler", "Scheduled Event") => new Sweep(DryRun: false), // by a rule, or a schedule
            var (source, kind) => new NotUnderstood($"There is no parser for '{kind}' of '{source}'."),
        };
    }
}
