using Microsoft.Extensions.Time.Testing;

namespace RotationLambdas.EcsRedeployment.Tests.Fakes;

/// <summary>A clock on which short waits take no time: a wait of less than ten seconds ends at once, and moves the clock below. Longer
/// timers are time limits and never fire.</summary>
internal sealed class EagerClock(FakeTimeProvider clock) : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();

    public EagerClock(DateTimeOffset now)
        : this(new FakeTimeProvider(now))
    {
    }

    public TimeSpan Waited { get; private set; }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public void Advance(TimeSpan time) => clock.Advance(time);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= Short || dueTime < TimeSpan.Zero)
        {
            return new Spent();
        }

        lock (_lock)
        {
            Waited += dueTime;
        }

        clock.Advance(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Spent();
    }

    private sealed class Spent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
