using RotationLambdas.Sandbox.Ecs.Model;

namespace RotationLambdas.Sandbox.Ecs.Views;

/// <summary>A service as DescribeServices shows it (ECS API Reference, "Service").</summary>
internal static class ServiceJson
{
    private static readonly string[] DeploymentOptions =
        ["launchType", "platformVersion", "platformFamily", "networkConfiguration", "capacityProviderStrategy",
            "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations"];

    private static readonly string[] DeploymentOnly = ["serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations"];

    public static JsonObject Of(Service service, EcsArn arns, bool tags)
    {
        var json = new JsonObject
        {
            ["serviceArn"] = service.Arn,
            ["serviceName"] = service.Name,
            ["clusterArn"] = service.Cluster.Arn,
            ["loadBalancers"] = new JsonArray(),
            ["serviceRegistries"] = new JsonArray(),
            ["status"] = "ACTIVE",
            ["desiredCount"] = service.DesiredCount,
            ["runningCount"] = Running(service.Tasks),
            ["pendingCount"] = Pending(service.Tasks),
            ["deploymentConfiguration"] = service.Configuration.ToJson(),
            ["deploymentController"] = new JsonObject { ["type"] = service.Controller },
            ["events"] = new JsonArray([.. service.Events.Select(Event)]),
            ["createdAt"] = service.CreatedAt.ToJson(),
            ["placementConstraints"] = new JsonArray(),
            ["placementStrategy"] = new JsonArray(),
            ["schedulingStrategy"] = service.IsDaemon ? "DAEMON" : "REPLICA",
            ["enableECSManagedTags"] = false,
            ["propagateTags"] = "NONE",
            ["enableExecuteCommand"] = false,
            ["availabilityZoneRebalancing"] = "DISABLED",
        };
        foreach (var (name, value) in service.Options.Where(static option => !DeploymentOnly.Contains(option.Key)))
        {
            json[name] = value?.DeepClone();
        }

        PutDeployments(json, service, arns);
        if (tags)
        {
            json["tags"] = service.Tags.ToJson();
        }

        return json;
    }

    private static void PutDeployments(JsonObject json, Service service, EcsArn arns)
    {
        if (service.History.Count > 0)
        {
            json["taskDefinition"] = (service.Primary ?? service.History[0]).TaskDefinition.Arn;
        }

        // CODE_DEPLOY and EXTERNAL services have task sets where others have deployments.
        json["deployments"] = new JsonArray(
            service.Controller == "ECS" ? [.. service.Deployments.Select(deployment => DeploymentOf(service, deployment))] : []);
        if (service.Controller != "ECS")
        {
            json["taskSets"] = new JsonArray([.. service.Deployments.Select(deployment => TaskSet(service, deployment))]);
        }
        else if (service.Primary is { } primary)
        {
            json["currentServiceRevisions"] = new JsonArray(
                [.. service.Deployments.Select(deployment => Revision(service, deployment, arns))]);
            var id = primary.Id["ecs-svc/".Length..];
            if (primary.RolloutState == "IN_PROGRESS")
            {
                json["currentServiceDeployment"] = arns.ServiceDeployment(service.Cluster.Name, service.Name, id);
            }
        }
    }

    private static JsonObject DeploymentOf(Service service, Deployment deployment)
    {
        var tasks = service.Tasks.Where(task => task.Deployment == deployment).ToList();
        var json = new JsonObject
        {
            ["id"] = deployment.Id,
            ["status"] = deployment.Status,
            ["taskDefinition"] = deployment.TaskDefinition.Arn,
            ["desiredCount"] = deployment.Status == "PRIMARY" ? deployment.DesiredCount : tasks.Count(static task => task.IsLive),
            ["pendingCount"] = Pending(tasks),
            ["runningCount"] = Running(tasks),
            ["failedTasks"] = deployment.FailedTasks,
            ["createdAt"] = (deployment.ReturnedAt ?? deployment.CreatedAt).ToJson(),
            ["updatedAt"] = deployment.UpdatedAt.ToJson(),
        };
        // "only for services that use the rolling update (ECS) deployment type" (ECS API Reference, "Deployment").
        if (service.Configuration.IsRolling)
        {
            json["rolloutState"] = deployment.RolloutState;
            json["rolloutStateReason"] = deployment.RolloutStateReason;
        }

        foreach (var name in DeploymentOptions)
        {
            if (deployment.Options[name] is { } value)
            {
                json[name] = value.DeepClone();
            }
        }

        return json;
    }

    private static JsonObject TaskSet(Service service, Deployment deployment)
    {
        var tasks = service.Tasks.Where(task => task.Deployment == deployment).ToList();
        return new JsonObject
        {
            ["id"] = deployment.Id,
            ["serviceArn"] = service.Arn,
            ["clusterArn"] = service.Cluster.Arn,
            ["status"] = deployment.Status,
            ["taskDefinition"] = deployment.TaskDefinition.Arn,
            ["computedDesiredCount"] = deployment.DesiredCount,
            ["pendingCount"] = Pending(tasks),
            ["runningCount"] = Running(tasks),
            ["createdAt"] = deployment.CreatedAt.ToJson(),
            ["updatedAt"] = deployment.UpdatedAt.ToJson(),
            ["launchType"] = (string?)deployment.Options["launchType"] ?? "FARGATE",
            ["stabilityStatus"] = deployment.RolloutState == "COMPLETED" ? "STEADY_STATE" : "STABILIZING",
            // "If a task set is created by an AWS CodeDeploy deployment, the externalId parameter contains the CodeDeploy deployment ID".
            ["externalId"] = service.Controller == "CODE_DEPLOY" ? $"d-{deployment.Id[^9..]}" : null,
            ["scale"] = new JsonObject { ["value"] = 100.0, ["unit"] = "PERCENT" },
        };
    }

    private static JsonObject Revision(Service service, Deployment deployment, EcsArn arns)
    {
        var tasks = service.Tasks.Where(task => task.Deployment == deployment).ToList();
        return new JsonObject
        {
            ["arn"] = arns.ServiceRevision(service.Cluster.Name, service.Name, deployment.Id["ecs-svc/".Length..]),
            ["requestedTaskCount"] = deployment.DesiredCount,
            ["runningTaskCount"] = Running(tasks),
            ["pendingTaskCount"] = Pending(tasks),
        };
    }

    private static JsonObject Event(ServiceEvent happened) =>
        new() { ["id"] = happened.Id, ["createdAt"] = happened.CreatedAt.ToJson(), ["message"] = happened.Message };

    private static int Running(List<EcsTask> tasks) => tasks.Count(static task => task.IsRunning);

    private static int Pending(List<EcsTask> tasks) => tasks.Count(static task => task.IsLive && !task.IsRunning);
}
