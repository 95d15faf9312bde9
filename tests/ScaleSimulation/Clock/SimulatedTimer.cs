namespace RotationLambdas.ScaleSimulation.Clock;

/// <summary>A timer of the clock.</summary>
internal sealed class SimulatedTimer(JumpingClock clock, Action callback) : ITimer
{
    private readonly Lock _gate = new();
    private int _setting;
    private TimeSpan _period;
    private bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        int setting;
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            setting = ++_setting;
            _period = period;
        }

        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Set(this, setting, dueTime); // Outside the lock: the clock asks its timers within its own.
        }

        return true;
    }

    /// <summary>Whether a setting is the latest one. It is void from then on.</summary>
    public bool Expects(int setting)
    {
        lock (_gate)
        {
            return !_disposed && _setting == setting;
        }
    }

    public void Fire()
    {
        int setting;
        TimeSpan period;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            (setting, period) = (_setting, _period);
        }

        if (period > TimeSpan.Zero)
        {
            clock.Set(this, setting, period);
        }

        callback();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
