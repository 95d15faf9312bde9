namespace RotationLambdas.Sandbox.Sqs;

public sealed class QueueMessage
{
    public QueueMessage(string body, JsonObject? attributes, string senderId, DateTimeOffset sent) =>
        (Body, Attributes, SenderId, Sent) = (body, attributes, senderId, sent);

    public string MessageId { get; } = Guid.NewGuid().ToString();

    public string Body { get; }

    public JsonObject? Attributes { get; }

    public string SenderId { get; }

    public DateTimeOffset Sent { get; }

    public DateTimeOffset? FirstReceived { get; internal set; }

    public int ReceiveCount { get; internal set; }

    public string? ReceiptHandle { get; internal set; }

    public DateTimeOffset VisibleAt { get; internal set; }

    public string? DeadLetterQueueSourceArn { get; internal set; }

    internal long Order { get; set; }
}
