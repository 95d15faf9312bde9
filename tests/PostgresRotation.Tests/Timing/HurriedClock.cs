namespace RotationLambdas.PostgresRotation.Tests.Timing;

/// <summary>A clock on which a wait of up to a second takes a tenth of it; the clock moves by all of it. Longer timers are time limits and
/// run as they are.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Factor = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private long _skipped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Interlocked.Read(ref _skipped);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > Longest)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        return System.CreateTimer(
            given =>
            {
                _ = Interlocked.Add(ref _skipped, (dueTime - (dueTime / Factor)).Ticks);
                callback(given);
            },
            state,
            dueTime / Factor,
            period);
    }
}
