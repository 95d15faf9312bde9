namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>Runs containers for real. Images that no runner takes are simulated: they become RUNNING after a while and do nothing.</summary>
public interface ITaskRunner
{
    /// <summary>Whether this runner runs an image.</summary>
    /// <param name="image">The image as the task definition names it.</param>
    /// <returns>Whether it does.</returns>
    bool Runs(string image);

    /// <summary>Starts a container.</summary>
    /// <param name="start">What to start, its environment with the secrets in it.</param>
    /// <param name="cancellationToken">The task is to be stopped.</param>
    /// <returns>The container.</returns>
    /// <exception cref="CannotStartContainerException">It could not be started; the task stops with CannotStartContainerError.</exception>
    Task<IRunningContainer> StartAsync(ContainerStart start, CancellationToken cancellationToken);
}
