namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>What a runner is to start.</summary>
public sealed record ContainerStart(
    string TaskArn,
    string Cluster,
    string? Service,
    string DeploymentId,
    string ContainerName,
    string Image,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyDictionary<string, string> Labels)
{
    public override string ToString() => $"{ContainerName} of {TaskArn}";
}
