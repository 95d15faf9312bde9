namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>ListServiceDeployments, DescribeServiceDeployments and StopServiceDeployment, as far as a rollout can be followed with them.
/// Called under the state's lock.</summary>
internal sealed class ServiceDeploymentOperations(Lookup lookup, EcsArn arns, DeploymentEngine engine)
{
    private const int MostDescribed = 20;

    public JsonObject List(JsonObject input, DateTimeOffset now)
    {
        var service = lookup.RequiredService(input);
        var statuses = input.Texts("status");
        var (after, before) = Between(input.Object("createdAt"), now);
        return PagedList.Of(
            [.. service.History.Where(deployment => (statuses.Count == 0 || statuses.Contains(Status(deployment)))
                && deployment.CreatedAt > after && deployment.CreatedAt < before)],
            input, most: 100, usual: 20, "serviceDeployments", deployment => Brief(service, deployment));
    }

    public JsonObject Describe(JsonObject input, DateTimeOffset now)
    {
        var given = input.Texts("serviceDeploymentArns");
        if (given.Count is 0 or > MostDescribed)
        {
            throw EcsErrors.InvalidParameter("ServiceDeploymentArns must have between 1 and 20 elements.");
        }

        return Lookup.Described(
            given, "serviceDeployments", static arn => arn,
            arn => Find(arn) is var (service, deployment) ? Full(service, deployment, now) : null);
    }

    /// <summary>An operator's roll-back (ECS Developer Guide, "Stopping Amazon ECS service deployments"): no circuit breaker is needed,
    /// one that goes on already goes on, and an ended deployment is a conflict. AWS does not document the stopType ABORT.</summary>
    public JsonObject Stop(JsonObject input, DateTimeOffset now)
    {
        var arn = Lookup.Required(input, "serviceDeploymentArn", "serviceDeploymentArn cannot be empty.");
        if (input.Text("stopType") is not (null or "ROLLBACK"))
        {
            throw EcsErrors.InvalidParameter("The sandbox offers the stopType ROLLBACK only: AWS does not document the others.");
        }

        var (service, deployment) = Find(arn)
            ?? throw new AwsServiceException("ServiceDeploymentNotFoundException", "Service deployment not found.");
        if (deployment.RollbackStatus != "ROLLBACK_IN_PROGRESS")
        {
            if (Status(deployment) != "IN_PROGRESS" || DeploymentEngine.RollbackTarget(service, deployment) is not { } target)
            {
                throw new AwsServiceException("ConflictException", "The service deployment cannot be stopped in its current state.");
            }

            (deployment.RolloutState, deployment.UpdatedAt, deployment.FinishedAt) = ("FAILED", now, now);
            engine.RollBack(service, deployment, target, now);
        }

        return new JsonObject { ["serviceDeploymentArn"] = arn };
    }

    private (Service Service, Deployment Deployment)? Find(string arn) =>
        arn.Split('/') is [_, var cluster, var name, var id]
        && Lookup.Service(lookup.Cluster(cluster), name) is { } service
        && service.History.Find(deployment => deployment.Id == "ecs-svc/" + id) is { } deployment
            ? (service, deployment)
            : null;

    private JsonObject Brief(Service service, Deployment deployment) => new JsonObject
    {
        ["serviceDeploymentArn"] = arns.ServiceDeployment(service.Cluster.Name, service.Name, Id(deployment)),
        ["serviceArn"] = service.Arn,
        ["clusterArn"] = service.Cluster.Arn,
        ["startedAt"] = deployment.CreatedAt.ToJson(),
        ["createdAt"] = deployment.CreatedAt.ToJson(),
        ["targetServiceRevisionArn"] = arns.ServiceRevision(service.Cluster.Name, service.Name, Id(deployment)),
        ["status"] = Status(deployment),
        ["finishedAt"] = deployment.FinishedAt?.ToJson(),
    }.WithoutNulls();

    private JsonObject Full(Service service, Deployment deployment, DateTimeOffset now)
    {
        var json = Brief(service, deployment);
        _ = json.Remove("targetServiceRevisionArn");
        var tasks = service.Tasks.Where(task => task.Deployment == deployment).ToList();
        json["updatedAt"] = deployment.UpdatedAt.ToJson();
        // The text of a person's roll-back is not on record; that of the breaker is (hashicorp/terraform-provider-aws, service_test.go).
        json["statusReason"] = deployment is { BreakerTriggered: true, RolledBackTo: not null }
            ? "Service deployment rolled back because the circuit breaker threshold was exceeded." : deployment.RolloutStateReason;
        json["targetServiceRevision"] = new JsonObject
        {
            ["arn"] = arns.ServiceRevision(service.Cluster.Name, service.Name, Id(deployment)),
            ["requestedTaskCount"] = deployment.DesiredCount,
            ["runningTaskCount"] = tasks.Count(static task => task.IsRunning),
            ["pendingTaskCount"] = tasks.Count(static task => task.IsLive && !task.IsRunning),
        };
        json["deploymentConfiguration"] = service.Configuration.ToJson();
        if (!service.Configuration.IsRolling && Status(deployment) == "IN_PROGRESS")
        {
            json["lifecycleStage"] = Stage(deployment, now);
        }

        json["deploymentCircuitBreaker"] = new JsonObject
        {
            ["status"] = !service.Configuration.CircuitBreaker ? "DISABLED" : deployment.BreakerTriggered ? "TRIGGERED"
                : deployment.FinishedAt is null ? "MONITORING" : "MONITORING_COMPLETE",
            ["failureCount"] = deployment.FailedTasks,
            ["threshold"] = service.Configuration.BreakerThreshold(deployment.DesiredCount),
        };
        return json;
    }

    /// <summary>History is kept for 90 days, and a filter that begins earlier is refused ("ListServiceDeployments", ECS API
    /// Reference).</summary>
    private static (DateTimeOffset After, DateTimeOffset Before) Between(JsonObject? createdAt, DateTimeOffset now)
    {
        var kept = now.AddDays(-90);
        var after = createdAt?["after"]?.GetValue<double>() is { } first ? DateTimeOffset.UnixEpoch.AddSeconds(first) : kept;
        var before = createdAt?["before"]?.GetValue<double>() is { } last
            ? DateTimeOffset.UnixEpoch.AddSeconds(last) : DateTimeOffset.MaxValue;
        return after >= kept ? (after, before) : throw EcsErrors.InvalidParameter("createdAt cannot be more than 90 days in the past.");
    }

    private static string Status(Deployment deployment) => deployment switch
    {
        { RollbackStatus: { } rollback } => rollback,
        { RolloutState: "FAILED" } => "STOPPED",
        { WasCompleted: true } => "SUCCESSFUL",
        { Status: "PRIMARY" } => "IN_PROGRESS",
        _ => "STOPPED",
    };

    private static string Stage(Deployment deployment, DateTimeOffset now) => deployment.CleanUpAt switch
    {
        null => "SCALE_UP",
        var end when end > now => "BAKE_TIME",
        _ => "CLEAN_UP",
    };

    private static string Id(Deployment deployment) => deployment.Id["ecs-svc/".Length..];
}
