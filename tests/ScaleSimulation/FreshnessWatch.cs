using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs;
using RotationLambdas.Sandbox.Hosting;

namespace RotationLambdas.ScaleSimulation;

/// <summary>
/// Sees, from outside, when AWSCURRENT of each secret moved, and when no service any longer ran a task that was created before. What the function says of
/// it plays no part.
/// </summary>
internal sealed class FreshnessWatch : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SandboxHost _sandbox;
    private readonly Account _account;
    private readonly Dictionary<(string Cluster, string Name), Dictionary<string, TaskView>> _tasks = [];
    private readonly Dictionary<string, DateTimeOffset> _changed = [];
    private readonly Dictionary<string, string> _versions = [];
    private readonly Dictionary<string, DateTimeOffset> _freshAt = [];
    private readonly Dictionary<string, HashSet<(string Cluster, string Name)>> _stale = [];
    private readonly IDisposable _events;

    /// <summary>Begins to watch.</summary>
    public FreshnessWatch(SandboxHost sandbox, Account account)
    {
        (_sandbox, _account) = (sandbox, account);
        foreach (var service in account.Services.Keys)
        {
            _tasks[service] = sandbox.Ecs.Tasks(service.Cluster, service.Name).Where(task => task.LastStatus == "RUNNING").ToDictionary(task => task.Arn);
            foreach (var secret in account.Services[service])
            {
                (_stale.TryGetValue(secret, out var holders) ? holders : _stale[secret] = []).Add(service);
            }
        }

        sandbox.Ecs.TaskChanged += OnTaskChanged;
        _events = sandbox.Events.Subscribe(OnEvent);
    }

    /// <summary>When each secret's AWSCURRENT moved.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Changed => _changed;

    /// <summary>Each secret's current version; it is the value as well.</summary>
    public IReadOnlyDictionary<string, string> Versions => _versions;

    /// <summary>How many secrets have changed and have services that are not fresh yet, or have not changed.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _account.Secrets.Count(secret => _stale.ContainsKey(secret) && !_freshAt.ContainsKey(secret));
            }
        }
    }

    /// <summary>How long it took for each secret, from its change to the last of its services being fresh.</summary>
    public IReadOnlyList<TimeSpan> TimesToFresh()
    {
        lock (_gate)
        {
            return [.. _freshAt.Select(fresh => fresh.Value - _changed[fresh.Key]).Order()];
        }
    }

    public void Dispose()
    {
        _events.Dispose();
        _sandbox.Ecs.TaskChanged -= OnTaskChanged;
    }

    private void OnEvent(JsonObject awsEvent)
    {
        if ((string?)awsEvent["detail-type"] == "Secret Label Updated" && (string?)awsEvent["detail"]!["labelUpdated"] == "AWSCURRENT")
        {
            lock (_gate)
            {
                var secret = (string)awsEvent["resources"]![0]!;
                _versions[secret] = (string)awsEvent["detail"]!["versionId"]!;
                _changed.Add(secret, _sandbox.Options.TimeProvider.GetUtcNow());
            }
        }
    }

    private void OnTaskChanged(object? sender, TaskChangedEventArgs e)
    {
        var task = e.Task;
        if (task.Service is null || task.LastStatus is not ("RUNNING" or "STOPPED"))
        {
            return;
        }

        lock (_gate)
        {
            var service = (task.Cluster, task.Service);
            var tasks = _tasks[service];
            if (task.LastStatus == "RUNNING")
            {
                tasks[task.Arn] = task;
            }
            else
            {
                tasks.Remove(task.Arn);
            }

            foreach (var secret in _account.Services[service])
            {
                if (_changed.TryGetValue(secret, out var changed) && tasks.Count > 0 && tasks.Values.All(one => one.CreatedAt >= changed)
                    && _stale[secret].Remove(service) && _stale[secret].Count == 0)
                {
                    _freshAt[secret] = _sandbox.Options.TimeProvider.GetUtcNow();
                }
            }
        }
    }
}
