namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Amazon ECS reports on a deployment. `clusterArn` is there in real events though the documentation's sample lacks it; without
/// it the cluster is read from the service's ARN. What counts is `eventName`; `eventType` is INFO even for a rollback. Source: Amazon ECS
/// Developer Guide, "Amazon ECS service deployment state change events".</summary>
internal static class EcsDeploymentStateChange
{
    public static Trigger Read(EventEnvelope e)
    {
        if (e.Resources.Count == 0 || !Arn.TryParse(e.Resources[0], out var service) || service.Service != "ecs")
        {
            return new NotUnderstood("The deployment event names no service in 'resources'.");
        }

        var parts = service.Resource.Split('/'); // service/cluster/name, or service/name in the old format
        return (e.Text("clusterArn") ?? (parts.Length == 3 ? parts[1] : null), e.Text("eventName")) switch
        {
            (null, _) => new NotUnderstood("The deployment event names the service's cluster neither in 'detail.clusterArn' nor in the "
                + "service's ARN."),
            (_, null) => new NotUnderstood("The deployment event has no 'detail.eventName'."),
            (_, "SERVICE_DEPLOYMENT_IN_PROGRESS") => new Ignored("A deployment is read when it ends."),
            var (cluster, _) => new ServiceChange(service, cluster),
        };
    }
}
