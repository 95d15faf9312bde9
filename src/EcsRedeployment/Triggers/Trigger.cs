namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>What an event asks the function to do. An event only names what to read; what is done follows from what is there.</summary>
internal abstract record Trigger;

/// <summary>A secret may have changed.</summary>
/// <param name="SecretId">The secret's ARN, or its name where the event has only that.</param>
/// <param name="Label">The staging label that moved. Null when the event does not name it; then the secret's own dates count.</param>
/// <param name="VersionId">The version that the label moved to, when the event names it.</param>
/// <param name="MovedBy">The moment by which the label had moved; null when the event does not have it.</param>
internal sealed record SecretChange(string SecretId, string? Label, string? VersionId, DateTimeOffset? MovedBy) : Trigger
{
    /// <summary>The label that references read when they name none.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The label of a version that a rotation is making: no task reads it.</summary>
    public const string Pending = "AWSPENDING";

    /// <summary>The label of the version before the current one: it moves whenever AWSCURRENT does.</summary>
    public const string Previous = "AWSPREVIOUS";
}

/// <summary>A parameter of Parameter Store has a new value, or a label of it moved.</summary>
/// <param name="Parameter">The parameter's ARN.</param>
/// <param name="LabelMoved">True when only references by label are concerned.</param>
/// <param name="ChangedBy">The moment by which it had changed.</param>
internal sealed record ParameterChange(Arn Parameter, bool LabelMoved, DateTimeOffset ChangedBy) : Trigger;

/// <summary>A deployment of a service came to an end.</summary>
/// <param name="Service">The service's ARN.</param>
/// <param name="Cluster">The name or ARN of its cluster.</param>
internal sealed record ServiceChange(Arn Service, string Cluster) : Trigger;

/// <summary>An operator reports that a secret changed. Its LastChangedDate is taken for the date of the change.</summary>
/// <param name="SecretId">The secret's ARN or name.</param>
/// <param name="DryRun">Whether to report what would be done, and do nothing.</param>
internal sealed record ManualRequest(string SecretId, bool DryRun) : Trigger
{
    /// <summary>When it was asked, where the request travelled in a message of the function to itself.</summary>
    public DateTimeOffset? RequestedAt { get; init; }
}

/// <summary>The sweep: periodic reconciliation of every service and every secret that one refers to. It finds what lost events leave
/// behind.</summary>
/// <param name="DryRun">Whether to report what would be done, and do nothing.</param>
internal sealed record Sweep(bool DryRun) : Trigger;

/// <summary>An event that is understood and asks for nothing.</summary>
/// <param name="Why">One sentence for the log.</param>
internal sealed record Ignored(string Why) : Trigger;

/// <summary>An event whose shape the function does not know. It is failed, so that the queue keeps it in its dead-letter queue; others
/// proceed.</summary>
/// <param name="Problem">One sentence about what is wrong with it.</param>
internal sealed record NotUnderstood(string Problem) : Trigger;

/// <param name="Cluster">The name or ARN of its cluster.</param>
/// <param name="Service">Its ARN.</param>
internal sealed record ServiceAddress(string Cluster, string Service);
