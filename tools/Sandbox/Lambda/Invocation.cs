namespace RotationLambdas.Sandbox.Lambda;

internal sealed class Invocation(JsonNode payload, TimeSpan timeout)
{
    private readonly TaskCompletionSource<InvocationAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _deliveredAt = Stopwatch.GetTimestamp();

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public JsonNode Payload { get; } = payload;

    public Task<InvocationAnswer> Answer => _answer.Task;

    public DateTimeOffset Deadline { get; private set; }

    public bool IsDelivered { get; private set; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_deliveredAt);

    public void Delivered()
    {
        IsDelivered = true;
        _deliveredAt = Stopwatch.GetTimestamp();
        Deadline = DateTimeOffset.UtcNow + timeout;
    }

    public bool Complete(InvocationAnswer answer) => _answer.TrySetResult(answer);
}
