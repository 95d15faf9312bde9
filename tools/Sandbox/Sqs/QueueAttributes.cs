namespace RotationLambdas.Sandbox.Sqs;

/// <summary>A queue's attributes in the wire's form, where every value is text (SQS API Reference, "GetQueueAttributes").</summary>
internal static class QueueAttributes
{
    public const int MaximumMessageSize = 1_048_576;

    public static JsonObject Of(MessageQueue queue)
    {
        var settings = queue.Settings;
        return new JsonObject
        {
            ["QueueArn"] = queue.Arn,
            ["ApproximateNumberOfMessages"] = Text(queue.ApproximateNumberOfMessages),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(queue.ApproximateNumberOfMessagesNotVisible),
            ["ApproximateNumberOfMessagesDelayed"] = Text(queue.ApproximateNumberOfMessagesDelayed),
            ["CreatedTimestamp"] = Text(queue.Created.ToUnixTimeSeconds()),
            ["LastModifiedTimestamp"] = Text(queue.Created.ToUnixTimeSeconds()),
            ["VisibilityTimeout"] = Text(settings.VisibilityTimeout.TotalSeconds),
            ["MaximumMessageSize"] = Text(MaximumMessageSize),
            ["MessageRetentionPeriod"] = Text(settings.RetentionPeriod.TotalSeconds),
            ["DelaySeconds"] = "0",
            ["ReceiveMessageWaitTimeSeconds"] = "0",
            ["SqsManagedSseEnabled"] = settings.KmsMasterKeyId is null ? "true" : "false",
            ["KmsMasterKeyId"] = settings.KmsMasterKeyId,
            ["RedrivePolicy"] = settings.DeadLetterTargetArn is { } target
                ? new JsonObject { ["deadLetterTargetArn"] = target, ["maxReceiveCount"] = settings.MaxReceiveCount }.ToJsonString() : null,
        }.WithoutNulls();
    }

    private static string Text(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
