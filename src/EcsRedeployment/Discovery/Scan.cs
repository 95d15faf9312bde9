using System.Collections.Concurrent;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.References;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>What a look at services found. Only services that refer to something wanted are kept: an account may have ten thousand others.</summary>
internal sealed class Scan
{
    private int _seen;

    /// <summary>The services that are wanted.</summary>
    public ConcurrentBag<ServiceSnapshot> Services { get; } = [];

    /// <summary>Every service that was looked at, and what it refers to.</summary>
    public ConcurrentBag<(ServiceAddress Service, IReadOnlyList<SourceKey> Keys)> Referring { get; } = [];

    /// <summary>What could not be looked at, each a sentence.</summary>
    public ConcurrentBag<string> Problems { get; } = [];

    /// <summary>Clusters and services that were gone when they were looked at. That is no problem: they hold no secret.</summary>
    public ConcurrentBag<string> Gone { get; } = [];

    /// <summary>What names no secret in the tags of a service, each a sentence that begins with the service.</summary>
    public ConcurrentBag<string> MisnamedInTags { get; } = [];

    /// <summary>How many services were looked at.</summary>
    public int Seen => _seen;

    /// <summary>Counts services that were looked at.</summary>
    public void Count(int services) => Interlocked.Add(ref _seen, services);
}
