namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>Asks Amazon ECS why a service's new tasks do not start: its stopped tasks show it for about an hour.</summary>
internal sealed class FailureReader(EcsCalls ecs)
{
    /// <summary>The cause that the task reports that stopped last; failing that, the deployment's or the newest service event's.</summary>
    public async Task<FailureCause?> ReadAsync(ServiceSnapshot service, CancellationToken cancellationToken)
    {
        try
        {
            var page = await ecs.ListTasksAsync(service.Cluster, service.Name, DesiredStatus.STOPPED, null, cancellationToken);
            if (page.TaskArns is { Count: > 0 } arns)
            {
                var described = await ecs.DescribeTasksAsync(service.Cluster, arns, cancellationToken);
                var last = (described.Tasks ?? [])
                    .Where(task => !string.IsNullOrEmpty(task.StoppedReason) && task.StopCode != TaskStopCode.ServiceSchedulerInitiated)
                    .MaxBy(task => task.StoppedAt ?? task.StoppingAt ?? task.CreatedAt);
                if (last is not null)
                {
                    return FailureCause.Of(last.StoppedReason);
                }
            }
        }
        catch (Exception exception) when (
            exception is FunctionException or AmazonServiceException || AwsErrors.Classify(exception) is AwsErrorKind.Transient)
        {
            // The cause is a help, not the matter: without it the failure is reported all the same.
            return new FailureCause($"(Not known: {exception.Message})", null);
        }

        // The reason of a deployment that goes on is only that; what holds it up is in the service's events.
        var primary = service.Primary;
        var held = primary is { Rollout: RolloutState.Failed } ? null
            : service.Events.Where(one => one.At >= primary?.CreatedAt).Select(one => one.Text).FirstOrDefault();
        return (held ?? primary?.RolloutReason) is { Length: > 0 } reason ? FailureCause.Of(reason) : null;
    }
}
