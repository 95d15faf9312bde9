namespace RotationLambdas.Sandbox.Ecs;

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
