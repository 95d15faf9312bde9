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
        // CODE_DEPLOY and EXTERNAL services have task sets where others have deployments.
        var hasTaskSets = service.Controller != "ECS";
        var primary = hasTaskSets ? null : service.Primary;
        return new JsonObject
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
            ["taskDefinition"] = (service.Primary ?? service.History.FirstOrDefault())?.TaskDefinition.Arn,
            ["deployments"] = new JsonArray(
                hasTaskSets ? [] : [.. service.Deployments.Select(deployment => DeploymentOf(service, deployment))]),
            ["taskSets"] = hasTaskSets
                ? new JsonArray([.. service.Deployments.Select(deployment => TaskSet(service, deployment))]) : null,
            ["currentServiceRevisions"] = primary is not null
                ? new JsonArray([.. service.Deployments.Select(deployment => Revision(service, deployment, arns))]) : null,
            ["currentServiceDeployment"] = primary is { RolloutState: "IN_PROGRESS" }
                ? arns.ServiceDeployment(service.Cluster.Name, service.Name, primary.Id["ecs-svc/".Length..]) : null,
            ["tags"] = tags ? service.Tags.ToJson() : null,
        }.With(service.Options.Where(static option => !DeploymentOnly.Contains(option.Key))).WithoutNulls();
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

        return json.With(deployment.Options.Where(static option => DeploymentOptions.Contains(option.Key))).WithoutNulls();
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
