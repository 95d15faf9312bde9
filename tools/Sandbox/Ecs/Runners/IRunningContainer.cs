namespace RotationLambdas.Sandbox.Ecs.Runners;

public interface IRunningContainer : IAsyncDisposable
{
    Task Ready { get; }

    Task<int> Exited { get; }

    Task StopAsync(TimeSpan stopTimeout);
}
