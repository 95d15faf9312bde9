namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>One trigger as it was delivered.</summary>
/// <param name="MessageId">The queue's id of the message; null when the function was invoked without a queue.</param>
/// <param name="ReceiveCount">How often the queue has handed the message out, this time included.</param>
internal sealed record Delivery(string? MessageId, int ReceiveCount, Trigger Trigger)
{
    /// <summary>The account of the queue, which is the function's; null when the function was invoked without a queue.</summary>
    public string? Account { get; init; }

    /// <summary>Identifies the message to the queue when its visibility is changed.</summary>
    public string? ReceiptHandle { get; init; }
}
