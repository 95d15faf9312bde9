using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.Sqs;

/// <summary>A message in a queue.</summary>
public sealed class QueueMessage
{
    /// <summary>A new message.</summary>
    /// <param name="body">Its text.</param>
    /// <param name="attributes">Its message attributes, in the wire's form.</param>
    /// <param name="senderId">Who sent it.</param>
    /// <param name="sent">When.</param>
    public QueueMessage(string body, JsonObject? attributes, string senderId, DateTimeOffset sent) =>
        (Body, Attributes, SenderId, Sent) = (body, attributes, senderId, sent);

    /// <summary>The message's id, which survives its move to a dead-letter queue.</summary>
    public string MessageId { get; } = Guid.NewGuid().ToString();

    /// <summary>The text.</summary>
    public string Body { get; }

    /// <summary>The message attributes, in the wire's form.</summary>
    public JsonObject? Attributes { get; }

    /// <summary>The sender's id.</summary>
    public string SenderId { get; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Sent { get; }

    /// <summary>When it was first received from the queue it is in.</summary>
    public DateTimeOffset? FirstReceived { get; internal set; }

    /// <summary>How often it was received from the queue it is in.</summary>
    public int ReceiveCount { get; internal set; }

    /// <summary>The handle of its last receipt; the one that may delete it.</summary>
    public string? ReceiptHandle { get; internal set; }

    /// <summary>From when on it may be received.</summary>
    public DateTimeOffset VisibleAt { get; internal set; }

    /// <summary>The queue it came from, when it is in a dead-letter queue.</summary>
    public string? DeadLetterQueueSourceArn { get; internal set; }

    /// <summary>Its place among messages that become visible at the same time.</summary>
    internal long Order { get; set; }
}
