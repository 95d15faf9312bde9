using RotationLambdas.Demo.Clients;
using RotationLambdas.Demo.Screen;
using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.Demo.Scenarios;

/// <summary>The demo's services while they run, seen from outside.</summary>
internal sealed class Fleet(Account account, ClientRunner clients, IReadOnlyList<DemoService> services)
{
    private readonly HashSet<string> _first = [];

    /// <summary>Remembers the tasks that run now as the first generation.</summary>
    public void MarkFirst()
    {
        foreach (var service in services)
        {
            _first.UnionWith(Running(service.Name).Select(task => task.Arn));
        }
    }

    /// <summary>The services at this moment.</summary>
    public IReadOnlyList<ServiceRow> Rows() => [.. services.Select(Row)];

    /// <summary>Whether every running task of a service was started after <see cref="MarkFirst"/>.</summary>
    public bool IsReplaced(string service) => Running(service).All(task => !_first.Contains(task.Arn));

    /// <summary>Whether a service runs exactly the tasks it ran at <see cref="MarkFirst"/>, and has started no other.</summary>
    public bool IsUntouched(string service) => account.Sandbox.Ecs.Tasks(DemoService.Cluster, service).All(task => _first.Contains(task.Arn) && task.LastStatus == "RUNNING");

    /// <summary>Whom the running tasks of a service log in as.</summary>
    public string UsersOf(string service) => string.Join(", ", Running(service).Select(task => DemoService.UserOf(task.Environments)).Distinct().Order(StringComparer.Ordinal));

    private ServiceRow Row(DemoService service)
    {
        var running = Running(service.Name);
        var counts = clients.CountsOf(service.Name);
        var first = running.Count(task => _first.Contains(task.Arn));
        return new(service.Name, service.Reference, first, running.Count - first, UsersOf(service.Name), counts.Accepted, counts.Refused);
    }

    private List<TaskView> Running(string service) =>
        [.. account.Sandbox.Ecs.Tasks(DemoService.Cluster, service).Where(task => task.LastStatus == "RUNNING")];
}
