namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A task outside services: started by RunTask, a schedule, Step Functions or AWS Batch. It is listed and never stopped.</summary>
/// <param name="Cluster">Its cluster's ARN.</param>
/// <param name="Group">`family:…`, or the text that its starter chose.</param>
/// <param name="StartedBy">`events-rule/…`, `chronos-schedule/…`, `AWS Step Functions` and so on; null when RunTask named nothing.</param>
/// <param name="CreatedAt">When it was created; its secrets are read after that.</param>
/// <param name="References">Everything that its task definition refers to.</param>
internal sealed record StandaloneTask(
    string Arn, string Cluster, string Group, string? StartedBy, DateTimeOffset CreatedAt,
    IReadOnlyList<SecretReference> References);
