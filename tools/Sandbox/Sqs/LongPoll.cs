namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Waits for messages (SQS Developer Guide, "Amazon SQS short and long polling").</summary>
internal static class LongPoll
{
    public static async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        MessageQueue queue, int maximum, TimeSpan? visibility, TimeSpan wait, TimeProvider clock, CancellationToken cancellationToken)
    {
        var deadline = clock.GetUtcNow() + wait;
        while (true)
        {
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void OnChanged(object? sender, EventArgs e) => changed.TrySetResult();
            // Listening begins before the check, or a message that comes in between would be missed.
            queue.Changed += OnChanged;
            try
            {
                var messages = queue.Receive(maximum, visibility);
                var now = clock.GetUtcNow();
                if (messages.Count > 0 || now >= deadline)
                {
                    return messages;
                }

                var until = queue.NextVisibleAt is { } visible && visible > now && visible < deadline ? visible : deadline;
                await Task.WhenAny(changed.Task, Task.Delay(until - now, clock, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
            finally
            {
                queue.Changed -= OnChanged;
            }
        }
    }
}
