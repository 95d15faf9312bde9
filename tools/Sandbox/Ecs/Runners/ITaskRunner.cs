namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>Runs containers for real. Images that no runner takes are simulated: they become RUNNING after a while and do
/// nothing.</summary>
public interface ITaskRunner
{
    bool Runs(string image);

    Task<IRunningContainer> StartAsync(ContainerStart start, CancellationToken cancellationToken);
}
