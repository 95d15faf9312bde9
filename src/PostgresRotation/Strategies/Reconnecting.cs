namespace RotationLambdas.PostgresRotation.Strategies;

/// <summary>Repeats work on a database whose connection broke under a command: nobody knows then whether the command took effect, so the
/// work begins with finding out what holds.</summary>
internal static class Reconnecting
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Does the work, and repeats it while connections break and time is left.</summary>
    /// <exception cref="FunctionException">The work failed for another reason, or the time is over.</exception>
    public static async Task RunAsync(Rotation rotation, Func<Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (DatabaseUnreachableException lost) when (lost.ConnectionLost)
            {
                rotation.Log.ConnectionLost(lost.Problem);
                if (!await rotation.Budget.TryPauseAsync(Pause, cancellationToken))
                {
                    throw;
                }
            }
        }
    }
}
