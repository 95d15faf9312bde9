namespace RotationLambdas.Sandbox.Sqs;

/// <summary>A standard queue: messages are hidden while somebody works on them, come back when that takes too long, and go to the
/// dead-letter queue when it happens too often.</summary>
/// <remarks>
/// Source: SQS Developer Guide, "Amazon SQS visibility timeout" and "Using dead-letter queues in Amazon SQS". Safe to use from several
/// threads.
/// </remarks>
public sealed class MessageQueue
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Func<string, MessageQueue?> _byArn;
    // By when they may be received, the older first. A message must not be in here while these change.
    private readonly SortedSet<QueueMessage> _messages = new(Comparer<QueueMessage>.Create(static (one, other) =>
        (one.VisibleAt, one.Order).CompareTo((other.VisibleAt, other.Order))));
    private readonly Dictionary<string, QueueMessage> _byReceipt = [];
    private long _order;

    internal MessageQueue(
        string name, string arn, string url, QueueSettings settings, TimeProvider clock, Func<string, MessageQueue?> byArn)
    {
        (Name, Arn, Url, Settings, _clock, _byArn) = (name, arn, url, settings, clock, byArn);
        Created = clock.GetUtcNow();
    }

    public event EventHandler? Changed;

    public string Name { get; }

    public string Arn { get; }

    public string Url { get; }

    public QueueSettings Settings { get; }

    public DateTimeOffset Created { get; }

    public int ApproximateNumberOfMessages => Count(static (message, now) => message.VisibleAt <= now);

    public int ApproximateNumberOfMessagesNotVisible => Count(static (message, now) => message.VisibleAt > now && message.ReceiveCount > 0);

    public int ApproximateNumberOfMessagesDelayed => Count(static (message, now) => message.VisibleAt > now && message.ReceiveCount == 0);

    public DateTimeOffset? NextVisibleAt
    {
        get
        {
            lock (_gate)
            {
                return _messages.Min?.VisibleAt;
            }
        }
    }

    public QueueMessage Send(string body, JsonObject? attributes = null, TimeSpan? delay = null, string senderId = "AIDASANDBOX")
    {
        var now = _clock.GetUtcNow();
        var message = new QueueMessage(body, attributes, senderId, now);
        Put(message, now + (delay ?? TimeSpan.Zero));
        return message;
    }

    public IReadOnlyList<QueueMessage> Receive(int maximum, TimeSpan? visibilityTimeout = null)
    {
        List<QueueMessage> taken = [];
        List<QueueMessage> dead = [];
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            while (taken.Count < maximum && _messages.Min is { } message && message.VisibleAt <= now)
            {
                Remove(message);
                if (now - message.Sent > Settings.RetentionPeriod)
                {
                    continue;
                }

                if (DeadLetterQueue() is not null && message.ReceiveCount >= Settings.MaxReceiveCount)
                {
                    dead.Add(message);
                    continue;
                }

                message.ReceiveCount++;
                message.FirstReceived ??= now;
                message.ReceiptHandle = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
                _byReceipt[message.ReceiptHandle] = message;
                message.VisibleAt = now + (visibilityTimeout ?? Settings.VisibilityTimeout);
                taken.Add(message);
            }

            // Back only now: with a time-out of zero a message would otherwise be taken twice in one call.
            foreach (var message in taken)
            {
                Add(message);
            }
        }

        // Outside the gate: the other queue has its own.
        foreach (var message in dead)
        {
            DeadLetterQueue()?.TakeOver(message, Arn);
        }

        return taken;
    }

    public bool Delete(string receiptHandle)
    {
        lock (_gate)
        {
            if (!_byReceipt.TryGetValue(receiptHandle, out var message))
            {
                return false;
            }

            Remove(message);
            return true;
        }
    }

    public bool ChangeVisibility(string receiptHandle, TimeSpan visibilityTimeout)
    {
        lock (_gate)
        {
            if (!_byReceipt.TryGetValue(receiptHandle, out var message))
            {
                return false;
            }

            _ = _messages.Remove(message);
            message.VisibleAt = _clock.GetUtcNow() + visibilityTimeout;
            Add(message);
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    public void Purge()
    {
        lock (_gate)
        {
            _messages.Clear();
            _byReceipt.Clear();
        }
    }

    private void TakeOver(QueueMessage message, string from)
    {
        (message.DeadLetterQueueSourceArn, message.ReceiveCount, message.FirstReceived) = (from, 0, null);
        Put(message, _clock.GetUtcNow());
    }

    private void Put(QueueMessage message, DateTimeOffset visibleAt)
    {
        lock (_gate)
        {
            (message.VisibleAt, message.Order) = (visibleAt, _order++);
            Add(message);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Add(QueueMessage message) => _messages.Add(message);

    private void Remove(QueueMessage message)
    {
        _ = _messages.Remove(message);
        if (message.ReceiptHandle is { } handle)
        {
            _ = _byReceipt.Remove(handle);
        }
    }

    private MessageQueue? DeadLetterQueue() => Settings is { DeadLetterTargetArn: { } arn, MaxReceiveCount: not null } ? _byArn(arn) : null;

    private int Count(Func<QueueMessage, DateTimeOffset, bool> counts)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            return _messages.Count(message => counts(message, now));
        }
    }
}
