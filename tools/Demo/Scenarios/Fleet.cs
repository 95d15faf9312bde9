using RotationLambdas.Sandbox.Ecs;

namespace RotationLambdas.Demo.Scenarios;

internal sealed class Fleet(Account account, ClientRunner clients, IReadOnlyList<DemoService> services)
{
    private readonly HashSet<string> _first = [];

    public void MarkFirst()
    {
        _first.Clear();
        foreach (var service in services)
        {
            _first.UnionWith(Running(service.Name).Select(task => task.Arn));
        }
    }

    public IReadOnlyList<ServiceRow> Rows() => [.. services.Select(Row)];

    public bool IsReplaced(string service) => Running(service).All(task => !_first.Contains(task.Arn));

    public bool IsUntouched(string service) =>
        account.Sandbox.Ecs.Tasks(DemoService.Cluster, service).All(task => _first.Contains(task.Arn) && task.LastStatus == "RUNNING");

    public string UsersOf(string service) =>
        string.Join(", ", Running(service).Select(task => DemoService.UserOf(task.Environments)).Distinct().Order(StringComparer.Ordinal));

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
