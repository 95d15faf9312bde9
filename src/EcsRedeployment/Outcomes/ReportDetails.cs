namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>`detail` of the event `Secret Consumers Status`.</summary>
internal sealed record SecretDetail
{
    /// <summary>The same for every report of the same state of the same change: a consumer drops what it has seen.</summary>
    public required string Id { get; init; }

    /// <summary>The secret's or parameter's ARN.</summary>
    public required string Secret { get; init; }

    /// <summary>The version that has AWSCURRENT.</summary>
    public string? CurrentVersion { get; init; }

    /// <summary>A <see cref="SecretState"/>.</summary>
    public required string State { get; init; }

    /// <summary>Nothing more is done for this change.</summary>
    public bool Final { get; init; }

    /// <summary>A sweep repeats what was reported before.</summary>
    public bool Reminder { get; init; }

    /// <summary>When the value changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>How long ago that was.</summary>
    public double? SecondsSinceChange { get; init; }

    /// <summary>How many services are in each state.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>The most urgent services.</summary>
    public required IReadOnlyList<ServiceDetail> Services { get; init; }

    /// <summary>How many more there are.</summary>
    public int ServicesLeftOut { get; init; }

    /// <summary>Tasks outside services that hold the old value.</summary>
    public required IReadOnlyList<TaskDetail> StandaloneTasks { get; init; }

    /// <summary>How many more there are.</summary>
    public int StandaloneTasksLeftOut { get; init; }

    /// <summary>What was scanned.</summary>
    public required ScopeDetail Scope { get; init; }
}

/// <summary>A service in an event.</summary>
internal sealed record ServiceDetail
{
    /// <summary>The secret's ARN, where the service is reported alone.</summary>
    public string? Secret { get; init; }

    /// <summary>The service's ARN.</summary>
    public required string Service { get; init; }

    /// <summary>Its cluster's ARN.</summary>
    public required string Cluster { get; init; }

    /// <summary>A <see cref="Planning.ServiceState"/>.</summary>
    public required string State { get; init; }

    /// <summary>A <see cref="Planning.Decision"/>.</summary>
    public required string Decision { get; init; }

    /// <summary>A <see cref="Planning.Reason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in a sentence, with what to do.</summary>
    public required string Explanation { get; init; }

    /// <summary>The service's maintenance window.</summary>
    public string? Window { get; init; }

    /// <summary>Why it did not work.</summary>
    public string? Message { get; init; }

    /// <summary>The deployment that was begun.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>Amazon ECS's own words.</summary>
    public string? EcsSays { get; init; }

    /// <summary>The most likely cause behind them.</summary>
    public string? LikelyCause { get; init; }

    /// <summary>What an operator should know besides.</summary>
    public IReadOnlyList<WarningDetail>? Warnings { get; init; }
}

/// <summary>A warning in an event.</summary>
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
