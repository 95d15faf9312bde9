namespace RotationLambdas.ScaleSimulation.Clock;

/// <summary>
/// A clock that stands still while anything is at work in this process, and jumps to the next timer when all is quiet: an hour in which little happens
/// passes at once, and work takes no simulated time but what it waits for. It jumps only between <see cref="Run"/> and <see cref="Hold"/>.
/// </summary>
internal sealed class JumpingClock : TimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(SimulatedTimer Timer, int Setting), (long Due, long Order)> _timers = new();
    private readonly SemaphoreSlim _set = new(0);
    private readonly ManualResetEventSlim _running = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _driver;
    private long _now;
    private long _order;

    /// <summary>Makes the clock, held.</summary>
    public JumpingClock(DateTimeOffset start)
    {
        _now = start.UtcTicks;
        _driver = new Thread(Drive) { IsBackground = true, Name = nameof(JumpingClock) };
        _driver.Start();
    }

    /// <summary>How often the clock has jumped.</summary>
    public int Jumps { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Run() => _running.Set();

    /// <summary>Stops it.</summary>
    public void Hold() => _running.Reset();

    public void Dispose()
    {
        _end.Cancel();
        _running.Set();
        _set.Release();
        _driver.Join();
        lock (_gate)
        {
            _end.Dispose();
            _set.Dispose();
            _running.Dispose();
        }
    }

    /// <summary>Notes when a timer is due. Its earlier settings are void.</summary>
    public void Set(SimulatedTimer timer, int setting, TimeSpan after)
    {
        lock (_gate)
        {
            if (!_end.IsCancellationRequested)
            {
                _timers.Enqueue((timer, setting), (_now + Math.Max(0, after.Ticks), _order++));
                _set.Release();
            }
        }
    }

    private bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count == 0;
            }
        }
    }

    private void Drive()
    {
        while (!_end.IsCancellationRequested)
        {
            _set.Wait(); // Once for every setting; a jump takes several, and the rest are looks at nothing.
            _running.Wait();
            if (IsEmpty)
            {
                continue;
            }

            Quiet.Wait(() => Volatile.Read(ref _order), _end.Token);
            foreach (var timer in TakeNext())
            {
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
            }
        }
    }

    /// <summary>The timers that are due next, all of one moment; the clock is put to it.</summary>
    private List<SimulatedTimer> TakeNext()
    {
        var due = new List<SimulatedTimer>();
        lock (_gate)
        {
            long? moment = null;
            while (_timers.TryPeek(out var entry, out var priority) && (moment is null || priority.Due <= moment))
            {
                _timers.Dequeue();
                if (entry.Timer.Expects(entry.Setting))
                {
                    moment ??= Math.Max(priority.Due, _now);
                    due.Add(entry.Timer);
                }
            }

            if (moment is { } now)
            {
                Volatile.Write(ref _now, now);
                Jumps++;
            }

            return due;
        }
    }
}
