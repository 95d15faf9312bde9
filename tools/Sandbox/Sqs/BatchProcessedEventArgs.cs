namespace RotationLambdas.Sandbox.Sqs;

public sealed class BatchProcessedEventArgs(int size, IReadOnlyCollection<QueueMessage> failed) : EventArgs
{
    public int Size { get; } = size;

    public IReadOnlyCollection<QueueMessage> Failed { get; } = failed;
}
