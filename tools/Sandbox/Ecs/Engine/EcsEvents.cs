namespace RotationLambdas.Sandbox.Ecs.Engine;

/// <summary>ECS's events on the default bus (ECS Developer Guide, "Amazon ECS events"), each published after its change.</summary>
internal sealed class EcsEvents(SandboxOptions options, EventBus bus, Outbox outbox)
{
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

    public void ServiceAction(Service service, string eventType, string eventName, DateTimeOffset now) =>
        Publish("ECS Service Action", service.Arn, now, new JsonObject
        {
            ["eventType"] = eventType,
            ["eventName"] = eventName,
            ["clusterArn"] = service.Cluster.Arn,
            ["createdAt"] = Milliseconds(now),
        });

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

    private static string Milliseconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
