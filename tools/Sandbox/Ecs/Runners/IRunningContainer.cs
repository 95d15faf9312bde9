namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>A container that a runner has started.</summary>
public interface IRunningContainer : IAsyncDisposable
{
    Task Ready { get; }

    Task<int> Exited { get; }

    Task StopAsync(TimeSpan stopTimeout);
}
