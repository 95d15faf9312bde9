namespace RotationLambdas.Sandbox.Sqs;

public sealed class QueueMessage(string body, JsonObject? attributes, string senderId, DateTimeOffset sent)
{
    public string MessageId { get; } = Guid.NewGuid().ToString();

    public string Body { get; } = body;

    public JsonObject? Attributes { get; } = attributes;

    public string SenderId { get; } = senderId;

    public DateTimeOffset Sent { get; } = sent;

    public DateTimeOffset? FirstReceived { get; internal set; }

    public int ReceiveCount { get; internal set; }

    public string? ReceiptHandle { get; internal set; }

    public DateTimeOffset VisibleAt { get; internal set; }

    public string? DeadLetterQueueSourceArn { get; internal set; }

    internal long Order { get; set; }
}
