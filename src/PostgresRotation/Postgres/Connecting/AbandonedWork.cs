namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>Logins that went on after their time was over. A hostile server can make Npgsql compute SCRAM iterations for minutes, which no
/// token cancels: only the end of the process does.</summary>
internal static class AbandonedWork
{
    /// <summary>How long such a login may go on after a step's error before it counts as one that does not end.</summary>
    public static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static int _running;

    public static bool IsRunning => Volatile.Read(ref _running) > 0;

    /// <summary>Counts a login until it ends.</summary>
    public static async Task WatchAsync(Task login)
    {
        Interlocked.Increment(ref _running);
        await login.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref _running);
    }

    /// <returns>False when one goes on after all that time.</returns>
    public static async Task<bool> EndsWithinAsync(TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        while (IsRunning)
        {
            if (Stopwatch.GetElapsedTime(start) >= limit)
            {
                return false;
            }

            await Task.Delay(Pause);
        }

        return true;
    }
}
