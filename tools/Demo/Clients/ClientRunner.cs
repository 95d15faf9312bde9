using RotationLambdas.Sandbox.Ecs.Runners;

namespace RotationLambdas.Demo.Clients;

/// <summary>Runs containers of the image <see cref="Image"/> as processes of this very program, and counts their logins.</summary>
internal sealed class ClientRunner : ITaskRunner
{
    public const string Image = "demo/client:1";

    private readonly ConcurrentDictionary<string, LoginCounts> _counts = new();

    /// <summary>The logins of a service's tasks, those that have ended included.</summary>
    public LoginCounts CountsOf(string service) => _counts.GetOrAdd(service, _ => new());

    public bool Runs(string image) => image == Image;

    public Task<IRunningContainer> StartAsync(ContainerStart start, CancellationToken cancellationToken) =>
        Task.FromResult<IRunningContainer>(new ClientContainer(start, CountsOf(start.Service ?? "")));
}
