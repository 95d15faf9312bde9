namespace RotationLambdas.Sandbox.Timing;

/// <summary>What is to be done when: one queue ordered by time, and one timer for all of it. Ten thousand simulated tasks cost ten
/// thousand entries, not ten thousand timers.</summary>
/// <remarks>
/// Every entry gets the moment it was due, not the moment it was reached, and entries made meanwhile are run in the same sweep when
/// they are due as well. A clock that jumps an hour therefore plays that hour in order, each thing at its own time. Entries run one at a
/// time, on the clock's timer thread.
/// </remarks>
public sealed class Scheduler : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset Due, long Order)> _entries = new();
    private long _order;
    private bool _running;
    private bool _disposed;

    public Scheduler(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(
            static scheduler => ((Scheduler)scheduler!).RunDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public event EventHandler<UnhandledExceptionEventArgs>? Failed;

    public void At(DateTimeOffset due, Action<DateTimeOffset> entry)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _entries.Enqueue(entry, (due, _order++));
            SetTimer();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _entries.Clear();
        }

        _timer.Dispose();
    }

    private void SetTimer()
    {
        if (_running || _disposed || !_entries.TryPeek(out _, out var next))
        {
            return;
        }

        var wait = next.Due - _clock.GetUtcNow();
        // Timers take at most about 49 days; the scheduler sets the next one when that has passed.
        var capped = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(40) ? TimeSpan.FromDays(40) : wait;
        _timer.Change(capped, Timeout.InfiniteTimeSpan);
    }

    private void RunDue()
    {
        lock (_gate)
        {
            if (_running)
            {
                return;
            }

            _running = true;
        }

        while (TakeDue() is (var due, { } entry))
        {
            try
            {
                entry(due);
            }
            catch (Exception e)
            {
                // One failing entry must not stop the time of all the others.
                Failed?.Invoke(this, new UnhandledExceptionEventArgs(e, isTerminating: false));
            }
        }
    }

    private (DateTimeOffset Due, Action<DateTimeOffset>? Entry) TakeDue()
    {
        lock (_gate)
        {
            if (!_disposed && _entries.TryPeek(out var entry, out var next) && next.Due <= _clock.GetUtcNow())
            {
                _ = _entries.Dequeue();
                return (next.Due, entry);
            }

            _running = false;
            SetTimer();
            return default;
        }
    }
}
