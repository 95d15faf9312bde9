namespace RotationLambdas.Sandbox.Ecs;

/// <summary>A task as it was at a moment, for those who look on from within the process.</summary>
/// <param name="Arn">The task's ARN.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Service">The service's name; <see langword="null"/> for a task of its own.</param>
/// <param name="TaskDefinitionArn">What it is made of.</param>
/// <param name="StartedBy">The deployment's id for a service's task.</param>
/// <param name="LastStatus">PROVISIONING, PENDING, RUNNING, STOPPING or STOPPED.</param>
/// <param name="DesiredStatus">RUNNING or STOPPED.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="StartedAt">When it came up.</param>
/// <param name="StoppedAt">When it ended.</param>
/// <param name="StoppedReason">Why it ended.</param>
/// <param name="Environments">What its containers were given at their start, by container; secrets are in it, so it is not to be printed.</param>
public sealed record TaskView(
    string Arn,
    string Cluster,
    string? Service,
    string TaskDefinitionArn,
    string StartedBy,
    string LastStatus,
    string DesiredStatus,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? StoppedAt,
    string? StoppedReason,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Environments)
{
    /// <summary>Never shows an environment.</summary>
    /// <returns>The task and its status.</returns>
    public override string ToString() => $"{Arn} {LastStatus}";
}
