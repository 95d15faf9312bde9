namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>`detail` of the event `Secret Consumers Status`. docs/reference/events.md and the schemas explain the members.</summary>
internal sealed record SecretDetail
{
    public required string Id { get; init; }
    public required string Secret { get; init; }
    public string? CurrentVersion { get; init; }
    public required string State { get; init; }
    public bool Final { get; init; }
    public bool Reminder { get; init; }
    public DateTimeOffset? ChangedAt { get; init; }
    public double? SecondsSinceChange { get; init; }
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
    public required IReadOnlyList<ServiceDetail> Services { get; init; }
    public int ServicesLeftOut { get; init; }
    public required IReadOnlyList<TaskDetail> StandaloneTasks { get; init; }
    public int StandaloneTasksLeftOut { get; init; }
    public required ScopeDetail Scope { get; init; }
}

internal sealed record ServiceDetail
{
    public string? Secret { get; init; }
    public required string Service { get; init; }
    public required string Cluster { get; init; }
    public required string State { get; init; }
    public required string Decision { get; init; }
    public required string Reason { get; init; }
    public required string Explanation { get; init; }
    public string? Window { get; init; }
    public string? Message { get; init; }
    public string? DeploymentId { get; init; }
    public string? EcsReason { get; init; }
    public string? LikelyCause { get; init; }
    public IReadOnlyList<WarningDetail>? Warnings { get; init; }
}

internal sealed record WarningDetail(string Kind, string Subject);

/// <summary>A task outside services in an event.</summary>
internal sealed record TaskDetail(string Task, string Cluster, string Group, string? StartedBy, DateTimeOffset CreatedAt);

/// <summary>What was scanned.</summary>
/// <param name="Unreadable">What nobody can read until a permission or a setting is changed; null when there is nothing.</param>
internal sealed record ScopeDetail(
    IReadOnlyList<string> Clusters, int ClustersLeftOut, int Services, bool Complete, IReadOnlyList<string>? Unreadable);

/// <summary>The answer to a request by hand.</summary>
internal sealed record ReportAnswer(int ServicesScanned, IReadOnlyList<SecretDetail> Secrets, IReadOnlyList<string> Problems);

/// <summary>The answer to a batch (AWS Lambda Developer Guide, "Reporting batch item failures").</summary>
internal sealed record BatchAnswer(IReadOnlyList<BatchItemFailure> BatchItemFailures);

/// <summary>A message that is redelivered.</summary>
internal sealed record BatchItemFailure(string? ItemIdentifier);
