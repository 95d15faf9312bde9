namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Remembers, while the process lives, what the last complete scan found services to refer to. It spares a scan when a deployment
/// ends, and nothing depends on it: a service that came to refer to a secret after the scan has younger tasks than the scan, and is fresh
/// with regard to any change before it.</summary>
internal sealed class ConsumerIndex
{
    private (DateTimeOffset At, ILookup<SourceKey, ServiceAddress> Services, IReadOnlyDictionary<string, int> TasksByCluster)? _scan;

    /// <summary>The clusters of the last complete scan, each with the number of tasks of its services.</summary>
    public IReadOnlyDictionary<string, int> TasksByCluster => _scan?.TasksByCluster ?? new Dictionary<string, int>();

    /// <summary>Notes a scan of all services; one that missed some is not remembered.</summary>
    public void Note(Scan scan, DateTimeOffset begunAt)
    {
        if (scan.IsComplete)
        {
            _scan = (
                begunAt, scan.Referring.SelectMany(one => one.Keys, (one, key) => (key, one.Service))
                    .ToLookup(pair => pair.key, pair => pair.Service),
                scan.TasksByCluster);
        }
    }

    /// <summary>The services that refer to any of the keys; null when the last scan is older than the change.</summary>
    public IReadOnlyList<ServiceAddress>? Find(IEnumerable<SourceKey> keys, DateTimeOffset changedAt) =>
        _scan is { } scan && scan.At >= changedAt ? [.. keys.SelectMany(key => scan.Services[key]).Distinct()] : null;
}
