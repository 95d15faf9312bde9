namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>A container that a runner has started.</summary>
public interface IRunningContainer : IAsyncDisposable
{
    /// <summary>Completes when it does its work: the task is RUNNING from then on. It may never complete when the container ends before.</summary>
    Task Ready { get; }

    /// <summary>Completes with its exit code when it has ended.</summary>
    Task<int> Exited { get; }

    /// <summary>Asks it to end (SIGTERM), and ends it (SIGKILL, exit code 137) when it has not after a while.</summary>
    /// <param name="stopTimeout">That while.</param>
    /// <returns>Completes when it has ended.</returns>
    Task StopAsync(TimeSpan stopTimeout);
}
