namespace RotationLambdas.Sandbox.Sqs;

/// <summary>A queue's attributes in the wire's form, where every value is text (SQS API Reference, "SetQueueAttributes" and
/// "GetQueueAttributes").</summary>
internal static class QueueAttributes
{
    public static QueueSettings Read(JsonObject attributes, QueueSettings settings)
    {
        foreach (var (name, node) in attributes)
        {
            var value = node?.GetValueKind() == JsonValueKind.String
                ? node.GetValue<string>() : throw SqsErrors.InvalidAttributeValue(name);
            settings = name switch
            {
                "VisibilityTimeout" => settings with { VisibilityTimeout = Seconds(name, value, 0, 43_200) },
                "DelaySeconds" => settings with { Delay = Seconds(name, value, 0, 900) },
                "ReceiveMessageWaitTimeSeconds" => settings with { ReceiveWaitTime = Seconds(name, value, 0, 20) },
                "MessageRetentionPeriod" => settings with { RetentionPeriod = Seconds(name, value, 60, 1_209_600) },
                "MaximumMessageSize" => settings with { MaximumMessageSize = Integer(name, value, 1_024, 1_048_576) },
                "KmsMasterKeyId" => settings with { KmsMasterKeyId = value, SqsManagedSse = false },
                "SqsManagedSseEnabled" =>
                    settings with { SqsManagedSse = bool.TryParse(value, out var on) ? on : throw SqsErrors.InvalidAttributeValue(name) },
                "Policy" => settings with { Policy = value.Length == 0 ? null : value },
                "RedrivePolicy" => Redrive(value, settings),
                "KmsDataKeyReusePeriodSeconds" or "RedriveAllowPolicy" => settings,
                _ => throw SqsErrors.InvalidAttributeName(name),
            };
        }

        return settings;
    }

    public static JsonObject Write(MessageQueue queue)
    {
        var settings = queue.Settings;
        var attributes = new JsonObject
        {
            ["QueueArn"] = queue.Arn,
            ["ApproximateNumberOfMessages"] = Text(queue.ApproximateNumberOfMessages),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(queue.ApproximateNumberOfMessagesNotVisible),
            ["ApproximateNumberOfMessagesDelayed"] = Text(queue.ApproximateNumberOfMessagesDelayed),
            ["CreatedTimestamp"] = Text(queue.Created.ToUnixTimeSeconds()),
            ["LastModifiedTimestamp"] = Text(queue.LastModified.ToUnixTimeSeconds()),
            ["VisibilityTimeout"] = Text(settings.VisibilityTimeout.TotalSeconds),
            ["MaximumMessageSize"] = Text(settings.MaximumMessageSize),
            ["MessageRetentionPeriod"] = Text(settings.RetentionPeriod.TotalSeconds),
            ["DelaySeconds"] = Text(settings.Delay.TotalSeconds),
            ["ReceiveMessageWaitTimeSeconds"] = Text(settings.ReceiveWaitTime.TotalSeconds),
            ["SqsManagedSseEnabled"] = settings.SqsManagedSse ? "true" : "false",
        };
        if (settings.DeadLetterTargetArn is { } target)
        {
            attributes[
                "RedrivePolicy"] = new JsonObject
                {
                    ["deadLetterTargetArn"] = target,
                    [
                "maxReceiveCount"] = settings.MaxReceiveCount
                }.ToJsonString();
        }

        if (settings.Policy is { } policy)
        {
            attributes["Policy"] = policy;
        }

        if (settings.KmsMasterKeyId is { } key)
        {
            attributes["KmsMasterKeyId"] = key;
        }

        return attributes;
    }

    private static QueueSettings Redrive(string value, QueueSettings settings)
    {
        if (value.Length == 0)
        {
            return settings with { DeadLetterTargetArn = null, MaxReceiveCount = null };
        }

        try
        {
            // The console and CloudFormation write the count as a number or as text; SQS takes both.
            var policy = JsonNode.Parse(value);
            var count = policy?["maxReceiveCount"]?.ToString() ?? throw SqsErrors.InvalidAttributeValue("RedrivePolicy");
            var target = policy["deadLetterTargetArn"]?.ToString() ?? throw SqsErrors.InvalidAttributeValue("RedrivePolicy");
            return settings with { DeadLetterTargetArn = target, MaxReceiveCount = Integer("RedrivePolicy", count, 1, 1_000) };
        }
        catch (JsonException)
        {
            throw SqsErrors.InvalidAttributeValue("RedrivePolicy");
        }
    }

    private static TimeSpan Seconds(string name, string value, int least, int most) =>
        TimeSpan.FromSeconds(Integer(name, value, least, most));

    private static int Integer(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw SqsErrors.InvalidAttributeValue(name);

    private static string Text(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
