namespace RotationLambdas.PostgresRotation.Tests.Timing;

/// <summary>A clock on which only waits take time, so that a machine that stands still costs none. A wait of up to a second takes a tenth
/// of it; longer timers are time limits and run as they are.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Factor = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var due = GetTimestamp() + dueTime.Ticks;
        return System.CreateTimer(
            given =>
            {
                lock (_lock)
                {
                    _now = Math.Max(_now, due);
                }

                callback(given);
            },
            state,
            dueTime > TimeSpan.Zero && dueTime <= Longest ? dueTime / Factor : dueTime,
            period);
    }
}
