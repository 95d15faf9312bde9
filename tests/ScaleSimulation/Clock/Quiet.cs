using System.Diagnostics;

namespace RotationLambdas.ScaleSimulation.Clock;

/// <summary>Tells when the thread pool has nothing to do: the process has to be the clock's own.</summary>
internal static class Quiet
{
    private const int LooksInARow = 3;

    /// <summary>Longer than any work takes without setting a timer, on a machine with more to do than this.</summary>
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(10);

    /// <summary>Waits until it is quiet.</summary>
    /// <param name="activity">A number that changes with every sign of life.</param>
    /// <param name="cancellationToken">Ends the waiting without an error.</param>
    /// <exception cref="TimeoutException">There was no sign of life for minutes, and something keeps a thread of the pool.</exception>
    public static void Wait(Func<long> activity, CancellationToken cancellationToken)
    {
        var seen = activity();
        var since = Stopwatch.GetTimestamp();
        for (var looks = 0; looks < LooksInARow && !cancellationToken.IsCancellationRequested;)
        {
            looks = ThreadPool.PendingWorkItemCount == 0 && BusyThreads() == 0 ? looks + 1 : 0;
            if (activity() is var now && now != seen)
            {
                (seen, since) = (now, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(since) > WaitLimit)
            {
                throw new TimeoutException("Nothing sets a timer, and the thread pool is never idle. Look for what blocks one of its threads.");
            }

            Thread.Yield();
        }
    }

    private static int BusyThreads()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available;
    }
}
