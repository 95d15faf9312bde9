namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>A clock on which short waits take no time: a wait of less than ten seconds ends at once, and moves the clock below. Longer
/// timers are time limits, which end when a test advances this clock beyond them.</summary>
internal sealed class EagerClock(FakeTimeProvider clock) : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Limit, DateTimeOffset> _limits = [];

    public EagerClock(DateTimeOffset now)
        : this(new FakeTimeProvider(now))
    {
    }

    public TimeSpan Waited { get; private set; }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public void Advance(TimeSpan time)
    {
        clock.Advance(time);
        foreach (var (limit, at) in _limits)
        {
            if (at <= GetUtcNow())
            {
                limit.End(); // Before it is removed: who advances the clock at the same time finds it ended.
                limit.Dispose();
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= Short || dueTime < TimeSpan.Zero)
        {
            var limit = new Limit(this, () => callback(state));
            _limits[limit] = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : GetUtcNow() + dueTime;
            return limit;
        }

        lock (_lock)
        {
            Waited += dueTime;
        }

        clock.Advance(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Limit(this, () => { });
    }

    private sealed class Limit(EagerClock clock, Action end) : ITimer
    {
        public void End() => end();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => clock._limits.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
