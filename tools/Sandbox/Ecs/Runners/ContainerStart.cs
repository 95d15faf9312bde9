namespace RotationLambdas.Sandbox.Ecs.Runners;

/// <summary>What a runner is to start.</summary>
/// <param name="TaskArn">The task's ARN.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Service">The service's name; <see langword="null"/> for a task of its own.</param>
/// <param name="DeploymentId">What started the task: the deployment's id for a service's.</param>
/// <param name="ContainerName">The container's name.</param>
/// <param name="Image">The image.</param>
/// <param name="Command">The command.</param>
/// <param name="Environment">The environment, the secrets in it as they were a moment ago.</param>
/// <param name="Labels">The docker labels.</param>
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
    /// <summary>Never shows the environment: secrets are in it.</summary>
    /// <returns>The container and its task.</returns>
    public override string ToString() => $"{ContainerName} of {TaskArn}";
}
