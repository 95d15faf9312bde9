namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Orders messages by when they may be received, the older first. A message must not be in a sorted set while these
/// change.</summary>
internal sealed class MessageOrder : IComparer<QueueMessage>
{
    public int Compare(QueueMessage? x, QueueMessage? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byTime = x.VisibleAt.CompareTo(y.VisibleAt);
        return byTime != 0 ? byTime : x.Order.CompareTo(y.Order);
    }
}
