using System.Diagnostics;

namespace RotationLambdas.EndToEnd.Tests.Scale.Clock;

/// <summary>
/// Waits until the thread pool has nothing to do. Threads that were blocked before (test runners block some) do not count. Where something else in the
/// process keeps the pool busy, half a minute in which nobody set a timer is taken for quiet: the clock then runs early, and stops for nobody.
/// </summary>
internal sealed class Quiet
{
    private const int LooksInARow = 3;

    /// <summary>Longer than any work takes without setting a timer, on a machine with more to do than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private int _alwaysBusy = int.MaxValue;

    /// <summary>How often a pause was taken for quiet.</summary>
    public int Impatient { get; private set; }

    /// <summary>Waits.</summary>
    /// <param name="activity">A number that changes with every sign of life.</param>
    public void Wait(Func<long> activity)
    {
        var seen = activity();
        var since = Stopwatch.GetTimestamp();
        for (var looks = 0; looks < LooksInARow;)
        {
            var busy = BusyThreads();
            _alwaysBusy = Math.Min(_alwaysBusy, busy);
            looks = ThreadPool.PendingWorkItemCount == 0 && busy <= _alwaysBusy ? looks + 1 : 0;
            if (activity() is var now && now != seen)
            {
                (seen, since) = (now, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                Impatient++;
                return;
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
