namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Tells of one invocation of an event source mapping.</summary>
/// <param name="size">How many messages the batch had.</param>
/// <param name="failed">Those that stay in the queue.</param>
public sealed class BatchProcessedEventArgs(int size, IReadOnlyCollection<QueueMessage> failed) : EventArgs
{
    /// <summary>How many messages the batch had.</summary>
    public int Size { get; } = size;

    /// <summary>Those that stay in the queue, hidden until their visibility time-out has passed.</summary>
    public IReadOnlyCollection<QueueMessage> Failed { get; } = failed;
}
