namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>The result of an invocation, or of a part of one.</summary>
internal sealed record ReconciliationResult
{
    /// <summary>How many services were read.</summary>
    public int ServicesSeen { get; init; }

    /// <summary>How many secrets are overdue for rotation; null without a sweep.</summary>
    public int? OverdueForRotation { get; init; }

    /// <summary>The decision about each service, and its outcome.</summary>
    public IReadOnlyList<RolloutResult> Results { get; init; } = [];

    public IReadOnlyList<SecretReport> Reports { get; init; } = [];

    /// <summary>Seconds from a change to the moment at which all its services were found fresh.</summary>
    public IReadOnlyList<double> SecondsToFresh { get; init; } = [];

    /// <summary>Messages that must be redelivered.</summary>
    public IReadOnlyList<Delivery> Retry { get; init; } = [];

    /// <summary>What went wrong, each a sentence.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
