namespace RotationLambdas.Sandbox.Sqs;

/// <summary>The event that Lambda makes of a batch (Lambda Developer Guide, "Using Lambda with Amazon SQS").</summary>
internal static class SqsEvent
{
    public static JsonObject Of(string queueArn, IEnumerable<QueueMessage> batch) =>
        new() { ["Records"] = new JsonArray([.. batch.Select(message => Record(queueArn, message))]) };

    public static JsonObject SystemAttributes(QueueMessage message) => new JsonObject
    {
        ["ApproximateReceiveCount"] = message.ReceiveCount.ToString(CultureInfo.InvariantCulture),
        ["SentTimestamp"] = Milliseconds(message.Sent),
        ["SenderId"] = message.SenderId,
        ["ApproximateFirstReceiveTimestamp"] = Milliseconds(message.FirstReceived ?? message.Sent),
        ["DeadLetterQueueSourceArn"] = message.DeadLetterQueueSourceArn,
    }.WithoutNulls();

#pragma warning disable CA5351 // SQS's own checksum of a body is MD5; it protects nothing.
    public static string Md5(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));
#pragma warning restore CA5351

    private static JsonObject Record(string queueArn, QueueMessage message) => new()
    {
        ["messageId"] = message.MessageId,
        ["receiptHandle"] = message.ReceiptHandle,
        ["body"] = message.Body,
        ["attributes"] = SystemAttributes(message),
        ["messageAttributes"] = MessageAttributes(message),
        ["md5OfBody"] = Md5(message.Body),
        ["eventSource"] = "aws:sqs",
        ["eventSourceARN"] = queueArn,
        ["awsRegion"] = queueArn.Split(':')[3],
    };

    // Lambda's event spells these in camel case, with the lists that SQS does not use.
    private static JsonObject MessageAttributes(QueueMessage message)
    {
        var attributes = new JsonObject();
        foreach (var (name, value) in message.Attributes ?? [])
        {
            attributes[name] = new JsonObject
            {
                ["stringValue"] = value?["StringValue"]?.DeepClone(),
                ["stringListValues"] = new JsonArray(),
                ["binaryListValues"] = new JsonArray(),
                ["dataType"] = value?["DataType"]?.DeepClone(),
            };
        }

        return attributes;
    }

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
