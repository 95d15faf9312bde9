using System.Security.Cryptography;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>The report of one changed secret: all the services that refer to it.</summary>
/// <param name="Services">The services, the most urgent first.</param>
internal sealed record SecretReport(ChangeOrigin Origin, IReadOnlyList<ServiceReport> Services, ScanScope Scope)
{
    /// <summary>Tasks outside services that hold the old value.</summary>
    public IReadOnlyList<StandaloneTask> Standalone { get; init; } = [];

    /// <summary>A sweep repeats a state that was reported before, or should have been.</summary>
    public bool IsReminder { get; init; }

    /// <summary>Since when a change is recent: events about it may have been lost.</summary>
    public DateTimeOffset RecentSince { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The same for every report of one state of one change. The versions behind the labels distinguish changes: the secret's
    /// dates move with its tags and its description as well.</summary>
    public string Id => $"{Origin.Change.Arn}|{ChangeId}|{State}";

    public SecretState State =>
        Has(ServiceState.Halted) ? SecretState.Halted
        : Has(ServiceState.Rolling) || Scope.IsUnfinished ? SecretState.Rolling
        : Has(ServiceState.Failed) || Has(ServiceState.Overdue) ? SecretState.Failed
        : Has(ServiceState.NeedsAttention) || Has(ServiceState.Excluded) || Standalone.Count > 0 || !Scope.IsComplete ? SecretState.Partial
        : Has(ServiceState.Deferred) ? SecretState.Deferred
        : Has(ServiceState.Unverified) ? SecretState.Unverified
        : Has(ServiceState.Fresh) ? SecretState.Fresh
        : SecretState.NoConsumers;

    /// <summary>Nothing more is done for this change.</summary>
    public bool IsFinal => State is not SecretState.Rolling;

    /// <summary>The version that had AWSCURRENT when the secret was read: shows whether the report knew of a certain rotation already.
    /// Null for parameters and for secrets that may not be described.</summary>
    public string? CurrentVersion => Origin.Facts?.VersionOfLabel.GetValueOrDefault(SecretChange.Current);

    /// <summary>When the value changed that the services read; null when that is not known, or the secret was deleted.</summary>
    public DateTimeOffset? ChangedAt => Services
        .Select(service => service.Freshness.ChangedAt)
        .Where(at => at > DateTimeOffset.MinValue && at < DateTimeOffset.MaxValue)
        .Select(at => (DateTimeOffset?)at)
        .Max();

    /// <summary>A sweep finds most secrets as they should be, or left alone as their owners chose: only the rest is reported, and every
    /// recent change.</summary>
    public bool IsNews => !IsReminder || ChangedAt >= RecentSince || NeedsPerson;

    /// <summary>A service is in a state that somebody has to know about.</summary>
    public bool NeedsPerson => Services.Any(service => service.State is not
        (ServiceState.NotConcerned or ServiceState.Fresh or ServiceState.Excluded or ServiceState.Deferred));

    public int CountOf(ServiceState state) => Services.Count(service => service.State == state);

    private string ChangeId => Origin.Facts is not { } facts ? $"{ChangedAt?.UtcDateTime:yyyyMMddTHHmmssZ}"
        : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            ';', facts.VersionOfLabel.Where(pair => pair.Key is not SecretChange.Pending)
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)))))[..16];

    private bool Has(ServiceState state) => Services.Any(service => service.State == state);
}
