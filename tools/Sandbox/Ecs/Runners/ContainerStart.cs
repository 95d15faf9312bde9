namespace RotationLambdas.Sandbox.Ecs.Runners;

public sealed record ContainerStart(
    string TaskArn,
    string Cluster,
    string? Service,
    string DeploymentId,
    string ContainerName,
    string Image,
    IReadOnlyDictionary<string, string> Environment)
{
    public override string ToString() => $"{ContainerName} of {TaskArn}";
}
