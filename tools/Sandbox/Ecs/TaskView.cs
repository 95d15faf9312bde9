namespace RotationLambdas.Sandbox.Ecs;

/// <summary>A task as it was at a moment, for those who look on from within the process.</summary>
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
    public override string ToString() => $"{Arn} {LastStatus}";
}
