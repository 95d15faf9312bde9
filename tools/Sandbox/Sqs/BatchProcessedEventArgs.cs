namespace RotationLambdas.Sandbox.Sqs;

/// <summary>One invocation of an event source mapping.</summary>
public sealed class BatchProcessedEventArgs(int size, IReadOnlyCollection<QueueMessage> failed) : EventArgs
{
    public int Size { get; } = size;

    public IReadOnlyCollection<QueueMessage> Failed { get; } = failed;
}
