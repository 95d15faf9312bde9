using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.References;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>
/// Remembers, while the process lives, what the last look at all services found them to refer to. It spares a look at every service when a deployment
/// ends, and nothing depends on it: a service that came to refer to a secret after the look has younger tasks than the look, and is fresh with regard to
/// any change before it.
/// </summary>
internal sealed class ConsumerIndex
{
    private (DateTimeOffset At, ILookup<SourceKey, ServiceAddress> Services)? _look;

    /// <summary>Notes a look at all services; one that missed some is not worth remembering.</summary>
    /// <param name="scan">What it found.</param>
    /// <param name="begunAt">When it began.</param>
    public void Note(Scan scan, DateTimeOffset begunAt)
    {
        if (scan.IsComplete)
        {
            _look = (begunAt, scan.Referring.SelectMany(one => one.Keys, (one, key) => (key, one.Service)).ToLookup(pair => pair.key, pair => pair.Service));
        }
    }

    /// <summary>The services that refer to any of the keys; null when the last look is older than the change.</summary>
    public IReadOnlyList<ServiceAddress>? Find(IEnumerable<SourceKey> keys, DateTimeOffset changedAt) =>
        _look is { } look && look.At >= changedAt ? [.. keys.SelectMany(key => look.Services[key]).Distinct()] : null;
}
