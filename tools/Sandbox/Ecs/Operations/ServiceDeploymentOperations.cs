using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Model;
using RotationLambdas.Sandbox.Ecs.Views;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Ecs.Operations;

/// <summary>
/// ListServiceDeployments and DescribeServiceDeployments, as far as a rollout can be followed with them. Called under the state's lock.
/// </summary>
internal sealed class ServiceDeploymentOperations(Lookup lookup, EcsArn arns)
{
    private const int MostDescribed = 20;

    public JsonObject List(JsonObject input)
    {
        var name = Lookup.Required(input, "service", "Service cannot be empty.");
        var service = Lookup.Service(lookup.Cluster(input), name) ?? throw EcsErrors.ServiceNotFound();
        var statuses = input.Texts("status");
        return Page.Of(
            [.. service.History.Where(deployment => statuses.Count == 0 || statuses.Contains(Status(service, deployment)))],
            input, most: 100, usual: 20, "serviceDeployments", deployment => Brief(service, deployment));
    }

    public JsonObject Describe(JsonObject input)
    {
        var given = input.Texts("serviceDeploymentArns");
        if (given.Count is 0 or > MostDescribed)
        {
            throw EcsErrors.InvalidParameter("ServiceDeploymentArns must have between 1 and 20 elements.");
        }

        JsonArray found = [];
        JsonArray failures = [];
        foreach (var arn in given)
        {
            if (Find(arn) is var (service, deployment))
            {
                found.Add((JsonNode)Full(service, deployment));
            }
            else
            {
                failures.Add((JsonNode)Lookup.Missing(arn));
            }
        }

        return new JsonObject { ["serviceDeployments"] = found, ["failures"] = failures };
    }

    private (Service Service, Deployment Deployment)? Find(string arn) =>
        arn.Split('/') is [_, var cluster, var name, var id]
        && Lookup.Service(lookup.Cluster(cluster), name) is { } service
        && service.History.Find(deployment => deployment.Id == "ecs-svc/" + id) is { } deployment
            ? (service, deployment)
            : null;

    private JsonObject Brief(Service service, Deployment deployment)
    {
        var json = new JsonObject
        {
            ["serviceDeploymentArn"] = arns.ServiceDeployment(service.Cluster.Name, service.Name, Id(deployment)),
            ["serviceArn"] = service.Arn,
            ["clusterArn"] = service.Cluster.Arn,
            ["startedAt"] = deployment.CreatedAt.ToJson(),
            ["createdAt"] = deployment.CreatedAt.ToJson(),
            ["targetServiceRevisionArn"] = arns.ServiceRevision(service.Cluster.Name, service.Name, Id(deployment)),
            ["status"] = Status(service, deployment),
        };
        if (deployment.FinishedAt is { } time)
        {
            json["finishedAt"] = time.ToJson();
        }

        return json;
    }

    private JsonObject Full(Service service, Deployment deployment)
    {
        var json = Brief(service, deployment);
        _ = json.Remove("targetServiceRevisionArn");
        var tasks = service.Tasks.Where(task => task.Deployment == deployment).ToList();
        json["updatedAt"] = deployment.UpdatedAt.ToJson();
        json["statusReason"] = deployment.RolloutStateReason;
        json["targetServiceRevision"] = new JsonObject
        {
            ["arn"] = arns.ServiceRevision(service.Cluster.Name, service.Name, Id(deployment)),
            ["requestedTaskCount"] = deployment.DesiredCount,
            ["runningTaskCount"] = tasks.Count(static task => task.IsRunning),
            ["pendingTaskCount"] = tasks.Count(static task => task.IsLive && !task.IsRunning),
        };
        json["deploymentConfiguration"] = service.Configuration.ToJson();
        json["deploymentCircuitBreaker"] = new JsonObject
        {
            ["status"] = !service.Configuration.CircuitBreaker
                ? "DISABLED"
                : deployment.RolloutState switch { "FAILED" => "TRIGGERED", "COMPLETED" => "MONITORING_COMPLETE", _ => "MONITORING" },
            ["failureCount"] = deployment.FailedTasks,
            ["threshold"] = DeploymentConfiguration.BreakerThreshold(deployment.DesiredCount),
        };
        return json;
    }

    private static string Status(Service service, Deployment deployment) => deployment switch
    {
        { WasCompleted: true } => "SUCCESSFUL",
        { RolloutState: "FAILED" } when service.History.Find(
            one => one.RollbackOf is not null && one.CreatedAt >= deployment.FinishedAt) is { } rollback =>
            rollback.RolloutState switch { "COMPLETED" =>
                "ROLLBACK_SUCCESSFUL", "FAILED" => "ROLLBACK_FAILED", _ => "ROLLBACK_IN_PROGRESS" },
        { RolloutState: "FAILED" } => "STOPPED",
        { Status: "PRIMARY" } => "IN_PROGRESS",
        _ => "STOPPED",
    };

    private static string Id(Deployment deployment) => deployment.Id["ecs-svc/".Length..];
}
