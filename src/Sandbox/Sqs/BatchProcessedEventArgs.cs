namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Tells of one invocation of an event source mapping.</summary>
/// <param name="size">How many messages the batch had.</param>
/// <param name="failed">How many of them stay in the queue.</param>
public sealed class BatchProcessedEventArgs(int size, int failed) : EventArgs
{
    /// <summary>How many messages the batch had.</summary>
    public int Size { get; } = size;

    /// <summary>How many of them stay in the queue.</summary>
    public int Failed { get; } = failed;
}
