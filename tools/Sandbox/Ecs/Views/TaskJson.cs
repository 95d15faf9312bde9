using RotationLambdas.Sandbox.Ecs.Model;

namespace RotationLambdas.Sandbox.Ecs.Views;

/// <summary>A task as DescribeTasks and the event ECS Task State Change show it (ECS API Reference, "Task").</summary>
internal static class TaskJson
{
    public static JsonObject Of(EcsTask task, Func<DateTimeOffset, JsonNode?> time)
    {
        var document = task.TaskDefinition.Document;
        var json = new JsonObject
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
            ["overrides"] =
                new JsonObject
                {
                    ["containerOverrides"] = new JsonArray(
                [.. task.Containers.Select(static container => new JsonObject { ["name"] = container.Definition.Name })])
                },
            ["startedBy"] = task.StartedBy,
            ["taskArn"] = task.Arn,
            ["taskDefinitionArn"] = task.TaskDefinition.Arn,
            ["version"] = task.Version,
        };
        Put(json, "startedAt", task.StartedAt, time);
        Put(json, "stoppingAt", task.StoppingAt, time);
        Put(json, "stoppedAt", task.StoppedAt, time);
        if (task.StopCode is { } code)
        {
            json["stopCode"] = code;
            json["stoppedReason"] = task.StoppedReason;
        }

        return json;
    }

    private static void Put(JsonObject json, string name, DateTimeOffset? value, Func<DateTimeOffset, JsonNode?> time)
    {
        if (value is { } known)
        {
            json[name] = time(known);
        }
    }

    private static JsonObject Container(EcsTask task, EcsContainer container)
    {
        var json = new JsonObject
        {
            ["containerArn"] = container.Arn,
            ["taskArn"] = task.Arn,
            ["name"] = container.Definition.Name,
            ["image"] = container.Definition.Image,
            ["lastStatus"] = task.LastStatus is "PROVISIONING" ? "PENDING" : task.LastStatus is "STOPPING" ? "RUNNING" : task.LastStatus,
            ["networkInterfaces"] = new JsonArray(),
            ["healthStatus"] = "UNKNOWN",
            ["cpu"] = "0",
        };
        if (container.ExitCode is { } exitCode)
        {
            json["exitCode"] = exitCode;
        }

        return json;
    }
}
