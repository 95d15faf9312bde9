using System.Collections.Concurrent;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.References;

namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>
/// Remembers, while the process lives, which services were found to refer to a secret. It spares a look at every service when a deployment
/// ends, and nothing depends on it: a service that came to refer to the secret after the look has younger tasks than the look, and is
/// fresh with regard to any change before it.
/// </summary>
internal sealed class ConsumerIndex
{
    private readonly ConcurrentDictionary<SourceKey, (DateTimeOffset LookedAt, IReadOnlyList<ServiceAddress> Services)> _consumers = new();

    /// <summary>Notes a look at all services.</summary>
    public void Note(IEnumerable<SourceKey> keys, IReadOnlyCollection<ServiceSnapshot> services, DateTimeOffset lookedAt)
    {
        var found = services
            .SelectMany(service => service.References.Select(reference => reference.Source).Distinct(), (service, source) => (source, service))
            .ToLookup(pair => pair.source, pair => new ServiceAddress(pair.service.Cluster, pair.service.Arn));
        foreach (var key in keys)
        {
            _consumers[key] = (lookedAt, [.. found[key]]);
        }
    }

    /// <summary>The services that refer to any of the keys; null when the last look is older than the change.</summary>
    public IReadOnlyList<ServiceAddress>? Find(IEnumerable<SourceKey> keys, DateTimeOffset changedAt)
    {
        var services = new HashSet<ServiceAddress>();
        foreach (var key in keys)
        {
            if (!_consumers.TryGetValue(key, out var entry) || entry.LookedAt < changedAt)
            {
                return null;
            }

            services.UnionWith(entry.Services);
        }

        return [.. services];
    }
}
