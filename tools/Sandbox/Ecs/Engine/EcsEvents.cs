using System.Globalization;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Model;
using RotationLambdas.Sandbox.Ecs.Views;
using RotationLambdas.Sandbox.Hosting;

namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>ECS's events on the default bus (ECS Developer Guide, "Amazon ECS events"), each published after the change it tells of.</summary>
/// <param name="options">The account and Region.</param>
/// <param name="bus">Where to.</param>
/// <param name="outbox">Keeps them in order.</param>
internal sealed class EcsEvents(SandboxOptions options, IEventBus bus, Outbox outbox)
{
    /// <summary>ECS Deployment State Change: SERVICE_DEPLOYMENT_IN_PROGRESS, SERVICE_DEPLOYMENT_COMPLETED or SERVICE_DEPLOYMENT_FAILED.</summary>
    public void DeploymentStateChange(Service service, Deployment deployment, string eventName, string reason, DateTimeOffset now) =>
        Publish("ECS Deployment State Change", service.Arn, now, new JsonObject
        {
            ["eventType"] = eventName == "SERVICE_DEPLOYMENT_FAILED" ? "ERROR" : "INFO",
            ["eventName"] = eventName,
            ["clusterArn"] = service.Cluster.Arn,
            ["deploymentId"] = deployment.Id,
            ["updatedAt"] = AwsEvent.Timestamp(now),
            ["reason"] = reason,
        });

    /// <summary>ECS Service Action, such as SERVICE_STEADY_STATE.</summary>
    public void ServiceAction(Service service, string eventType, string eventName, DateTimeOffset now) =>
        Publish("ECS Service Action", service.Arn, now, new JsonObject
        {
            ["eventType"] = eventType,
            ["eventName"] = eventName,
            ["clusterArn"] = service.Cluster.Arn,
            ["createdAt"] = Milliseconds(now),
        });

    /// <summary>ECS Task State Change: the task as it is now.</summary>
    public void TaskStateChange(EcsTask task, DateTimeOffset now)
    {
        var detail = TaskJson.Of(task, static time => Milliseconds(time));
        detail["updatedAt"] = Milliseconds(now);
        Publish("ECS Task State Change", task.Arn, now, detail);
    }

    private void Publish(string detailType, string resource, DateTimeOffset now, JsonObject detail)
    {
        var awsEvent = AwsEvent.Create(options, "aws.ecs", detailType, detail, resource);
        awsEvent["time"] = AwsEvent.Timestamp(now);
        outbox.Add(() => bus.Publish(awsEvent));
    }

    private static string Milliseconds(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
