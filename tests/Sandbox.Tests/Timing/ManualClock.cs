namespace RotationLambdas.Sandbox.Tests.Timing;

/// <summary>A clock that moves only when told to; its timers fire on the thread that moves it, in order.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private readonly Lock _gate = new();
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Moves the clock on, and fires what becomes due on the way.</summary>
    public void Advance(TimeSpan time)
    {
        var until = _now + time;
        while (Next(until) is { } timer)
        {
            _now = timer.Due > _now ? timer.Due!.Value : _now;
            timer.Fire();
        }

        _now = until;
    }

    /// <summary>Moves the clock on in one leap, as a suspended machine does: timers fire late, at the new time.</summary>
    public void Leap(TimeSpan time)
    {
        _now += time;
        Advance(TimeSpan.Zero);
    }

    private ManualTimer? Next(DateTimeOffset until)
    {
        lock (_gate)
        {
            return _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                return true;
            }
        }

        public void Fire()
        {
            Due = _period > TimeSpan.Zero ? Due + _period : null;
            callback();
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
