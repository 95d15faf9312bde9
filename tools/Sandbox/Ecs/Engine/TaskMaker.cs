namespace RotationLambdas.Sandbox.Ecs.Engine;

internal sealed class TaskMaker(EcsArn arns)
{
    public EcsTask OfService(Service service, Deployment deployment, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString("N");
        return new EcsTask(service.Cluster, id, arns.Task(service.Cluster.Name, id), deployment.TaskDefinition, now)
        {
            Service = service,
            Deployment = deployment,
            StartedBy = deployment.Id,
            Group = "service:" + service.Name,
            LaunchType = (string?)deployment.Options["launchType"] ?? "FARGATE",
            Containers = Containers(service.Cluster, id, deployment.TaskDefinition),
        };
    }

    public EcsTask Alone(Cluster cluster, TaskDefinition definition, string? startedBy, string? group, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString("N");
        return new EcsTask(cluster, id, arns.Task(cluster.Name, id), definition, now)
        {
            StartedBy = startedBy ?? "",
            Group = group ?? "family:" + definition.Family,
            Containers = Containers(cluster, id, definition),
        };
    }

    private List<EcsContainer> Containers(Cluster cluster, string taskId, TaskDefinition definition) =>
        [.. definition.Containers.Select(container => new EcsContainer(container, arns.Container(cluster.Name, taskId)))];
}
