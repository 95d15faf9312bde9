namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>
/// Logins that went on after their time was over. A hostile server can make Npgsql compute SCRAM iterations for minutes, which no token cancels: only
/// the end of the process does.
/// </summary>
internal static class AbandonedWork
{
    private static int _running;

    /// <summary>Whether there is such a login now.</summary>
    public static bool IsRunning => Volatile.Read(ref _running) > 0;

    /// <summary>Counts a login until it ends.</summary>
    public static async Task WatchAsync(Task login)
    {
        Interlocked.Increment(ref _running);
        await login.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref _running);
    }
}
