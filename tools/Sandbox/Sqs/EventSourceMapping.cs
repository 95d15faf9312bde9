namespace RotationLambdas.Sandbox.Sqs;

/// <summary>Lambda's reader of a queue: collects a batch until it is full or its window has passed, invokes the function, deletes what
/// succeeded and leaves the rest to the queue's visibility time-out.</summary>
/// <remarks>
/// Source: Lambda Developer Guide, "Creating and configuring an Amazon SQS event source mapping". Unlike Lambda, one collector feeds all
/// invocations.
/// </remarks>
public sealed class EventSourceMapping : IDisposable
{
    private const int DefaultConcurrency = 5;

    private readonly Lock _gate = new();
    private readonly MessageQueue _queue;
    private readonly InvokeFunction _invoke;
    private readonly Scheduler _scheduler;
    private readonly CancellationTokenSource _stopped = new();
    private readonly List<QueueMessage> _collecting = [];
    private DateTimeOffset _windowEnds;
    private DateTimeOffset? _wakeAt;
    private int _inFlight;

    internal EventSourceMapping(EventSourceMappingSettings settings, MessageQueue queue, InvokeFunction invoke, Scheduler scheduler)
    {
        (Settings, _queue, _invoke, _scheduler) = (settings, queue, invoke, scheduler);
        if (settings.Enabled)
        {
            _queue.Changed += OnQueueChanged;
            Wake(scheduler.Now);
        }
    }

    /// <summary>A batch is done; the messages that failed.</summary>
    public event EventHandler<IReadOnlyCollection<QueueMessage>>? BatchProcessed;

    public EventSourceMappingSettings Settings { get; }

    public void Dispose()
    {
        _queue.Changed -= OnQueueChanged;
        lock (_gate)
        {
            if (_stopped.IsCancellationRequested)
            {
                return;
            }

            _stopped.Cancel();
        }

        _stopped.Dispose();
    }

    // Not at once: the sender holds its own locks, and messages are handled on the scheduler's thread like everything that has a time
    // is.
    private void OnQueueChanged(object? sender, EventArgs e) => Wake(_scheduler.Now);

    private void Wake(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (_stopped.IsCancellationRequested || _wakeAt <= at)
            {
                return;
            }

            _wakeAt = at;
        }

        _scheduler.At(at, Poll);
    }

    private void Poll(DateTimeOffset due)
    {
        List<IReadOnlyList<QueueMessage>> batches = [];
        DateTimeOffset? next;
        lock (_gate)
        {
            if (_wakeAt <= due)
            {
                _wakeAt = null;
            }

            if (_stopped.IsCancellationRequested)
            {
                return;
            }

            while (_inFlight < (Settings.MaximumConcurrency ?? DefaultConcurrency) && Collect(_scheduler.Now) is { } batch)
            {
                _inFlight++;
                batches.Add(batch);
            }

            next = NextWake();
        }

        if (next is { } time)
        {
            Wake(time);
        }

        foreach (var batch in batches)
        {
            _ = ProcessAsync(batch);
        }
    }

    // A full batch, or a partial one when its window has passed; null otherwise.
    private List<QueueMessage>? Collect(DateTimeOffset now)
    {
        var free = Settings.BatchSize - _collecting.Count;
        var wasEmpty = _collecting.Count == 0;
        _collecting.AddRange(_queue.Receive(free));
        if (_collecting.Count == 0)
        {
            return null;
        }

        if (wasEmpty)
        {
            _windowEnds = now + Settings.BatchingWindow;
        }

        if (_collecting.Count < Settings.BatchSize && now < _windowEnds)
        {
            return null;
        }

        List<QueueMessage> batch = [.. _collecting];
        _collecting.Clear();
        return batch;
    }

    // With all invocations taken, the end of one of them wakes the mapping.
    private DateTimeOffset? NextWake()
    {
        if (_inFlight >= (Settings.MaximumConcurrency ?? DefaultConcurrency))
        {
            return null;
        }

        var visible = _queue.NextVisibleAt;
        return _collecting.Count == 0 ? visible : visible < _windowEnds ? visible : _windowEnds;
    }

    private async Task ProcessAsync(IReadOnlyList<QueueMessage> batch)
    {
        FunctionReply reply;
        try
        {
            reply = await _invoke(Settings.FunctionName, SqsEvent.Of(_queue.Arn, batch), _stopped.Token);
        }
        catch (Exception)
        {
            // Any error is a failure of the batch: the messages are redelivered after their time-out.
            reply = new FunctionReply(Succeeded: false, Payload: null);
        }

        var failed = BatchResponse.Failed(reply, batch, Settings.ReportBatchItemFailures);
        foreach (var message in batch.Except(failed))
        {
            _ = message.ReceiptHandle is { } handle && _queue.Delete(handle);
        }

        lock (_gate)
        {
            _inFlight--;
        }

        BatchProcessed?.Invoke(this, failed);
        Wake(_scheduler.Now);
    }
}
