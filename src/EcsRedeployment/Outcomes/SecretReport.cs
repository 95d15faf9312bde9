using RotationLambdas.EcsRedeployment.Changes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Triggers;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>What is told of one changed secret: how all the services stand that refer to it.</summary>
/// <param name="Origin">The change.</param>
/// <param name="Services">The services, the most urgent first.</param>
internal sealed record SecretReport(ChangeOrigin Origin, IReadOnlyList<ServiceReport> Services)
{
    /// <summary>The secret's state is that of the service that stands worst.</summary>
    public ServiceState State => Services.Count == 0 ? ServiceState.NotConcerned : Services.Max(service => service.State);

    /// <summary>
    /// The version that bore AWSCURRENT when the secret was looked at: tells whether the report knew of a certain rotation already. Null for parameters and
    /// for secrets that may not be described.
    /// </summary>
    public string? CurrentVersion => Origin.Facts?.VersionOfLabel.GetValueOrDefault(SecretChange.Current);

    /// <summary>When the value changed that the services read; null when that is not known, or there is none any more.</summary>
    public DateTimeOffset? ChangedAt => Services
        .Select(service => service.FreshnessState.ChangedAt)
        .Where(at => at > DateTimeOffset.MinValue && at < DateTimeOffset.MaxValue)
        .Select(at => (DateTimeOffset?)at)
        .Max();

    /// <summary>How many services stand how.</summary>
    public int CountOf(ServiceState state) => Services.Count(service => service.State == state);
}
