namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>The result of a scan. It keeps only services with a wanted reference: an account may have ten thousand others.</summary>
internal sealed class Scan
{
    private readonly ConcurrentDictionary<string, int> _tasks = new(StringComparer.Ordinal);
    private int _seen;

    public ConcurrentBag<ServiceSnapshot> Services { get; } = [];

    /// <summary>Every scanned service, and what it refers to.</summary>
    public ConcurrentBag<(ServiceAddress Service, IReadOnlyList<SourceKey> Keys)> Referring { get; } = [];

    /// <summary>What could not be read for the moment, each a sentence. The same scan may succeed in some minutes.</summary>
    public ConcurrentBag<string> Problems { get; } = [];

    /// <summary>What cannot be read until somebody changes a permission or a setting, each a sentence. A retry is of no use.</summary>
    public ConcurrentBag<string> Permanent { get; } = [];

    /// <summary>Clusters and services that were deleted during the scan. They hold no secret.</summary>
    public ConcurrentBag<string> Deleted { get; } = [];

    /// <summary>Tags of services that name no secret, each a sentence that begins with the service.</summary>
    public ConcurrentBag<string> MisnamedInTags { get; } = [];

    /// <summary>Where the scan continues in the next invocation; null when it reached the end.</summary>
    public ScanCursor? Next { get; set; }

    /// <summary>How many services were scanned.</summary>
    public int Seen => _seen;

    /// <summary>Whether every service of the clusters in question was read: only then does "no consumers" mean that there are
    /// none.</summary>
    public bool IsComplete => Next is null && Problems.IsEmpty && Permanent.IsEmpty;

    /// <summary>The clusters that were scanned, each with the number of tasks of its services.</summary>
    public IReadOnlyDictionary<string, int> TasksByCluster => _tasks;

    /// <summary>Adds services that were read besides; one that both have is kept once.</summary>
    public void Add(Scan other)
    {
        var known = Services.Select(service => service.Key).ToHashSet();
        foreach (var service in other.Services.Where(service => known.Add(service.Key)))
        {
            Services.Add(service);
        }

        foreach (var (to, from) in new[] { (Problems, other.Problems), (Permanent, other.Permanent), (Deleted, other.Deleted) })
        {
            foreach (var text in from)
            {
                to.Add(text);
            }
        }
    }

    public void Count(int services) => Interlocked.Add(ref _seen, services);

    public void CountTasks(string cluster, int tasks) => _tasks.AddOrUpdate(cluster, tasks, (_, known) => known + tasks);
}
