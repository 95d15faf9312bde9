namespace RotationLambdas.Sandbox.Ecs.Views;

/// <summary>A task as DescribeTasks and the event ECS Task State Change show it (ECS API Reference, "Task").</summary>
internal static class TaskJson
{
    public static JsonObject Of(EcsTask task, Func<DateTimeOffset, JsonNode?> time)
    {
        var document = task.TaskDefinition.Document;
        JsonNode? Time(DateTimeOffset? moment) => moment is { } known ? time(known) : null;
        return new JsonObject
        {
            ["attachments"] = new JsonArray(),
            ["attributes"] = new JsonArray(),
            ["clusterArn"] = task.Cluster.Arn,
            ["containers"] = new JsonArray([.. task.Containers.Select(container => Container(task, container))]),
            ["cpu"] = (string?)document["cpu"] ?? "256",
            ["createdAt"] = time(task.CreatedAt),
            ["desiredStatus"] = task.DesiredStatus,
            ["enableExecuteCommand"] = false,
            ["group"] = task.Group,
            ["healthStatus"] = "UNKNOWN",
            ["lastStatus"] = task.LastStatus,
            ["launchType"] = task.LaunchType,
            ["memory"] = (string?)document["memory"] ?? "512",
            ["overrides"] = new JsonObject
            {
                ["containerOverrides"] = new JsonArray(
                    [.. task.Containers.Select(static container => new JsonObject { ["name"] = container.Definition.Name })]),
            },
            ["startedBy"] = task.StartedBy,
            ["taskArn"] = task.Arn,
            ["taskDefinitionArn"] = task.TaskDefinition.Arn,
            ["version"] = task.Version,
            ["startedAt"] = Time(task.StartedAt),
            ["stoppingAt"] = Time(task.StoppingAt),
            ["stoppedAt"] = Time(task.StoppedAt),
            ["stopCode"] = task.StopCode,
            ["stoppedReason"] = task.StoppedReason,
        }.WithoutNulls();
    }

    private static JsonObject Container(EcsTask task, EcsContainer container) => new JsonObject
    {
        ["containerArn"] = container.Arn,
        ["taskArn"] = task.Arn,
        ["name"] = container.Definition.Name,
        ["image"] = container.Definition.Image,
        ["lastStatus"] = task.LastStatus is "PROVISIONING" ? "PENDING" : task.LastStatus is "STOPPING" ? "RUNNING" : task.LastStatus,
        ["networkInterfaces"] = new JsonArray(),
        ["healthStatus"] = "UNKNOWN",
        ["cpu"] = "0",
        ["exitCode"] = container.ExitCode,
    }.WithoutNulls();
}
