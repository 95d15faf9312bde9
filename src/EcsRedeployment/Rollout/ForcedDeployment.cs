using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>Begins a deployment of a service. Right before that the service is read and planned anew: another invocation, another stack or
/// a person may have begun a deployment, and after a lost reply the deployment may be our own.</summary>
/// <param name="codeDeployment">Begins deployments of services that CodeDeploy controls.</param>
internal sealed class ForcedDeployment(
    EcsCalls ecs, ServiceReader reader, TaskReader tasks, DeploymentHistory history, Planner planner, CodeDeployment codeDeployment,
    TimeProvider clock)
{
    /// <summary>"The Amazon ECS API follows an eventual consistency model" (Amazon ECS API Reference, "RunTask"): for so long a deployment
    /// that was begun here may not show. AWS gives no figure.</summary>
    private static readonly TimeSpan MayNotShow = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(2);

    private readonly Shared.RetryPolicy _retry =
        new(new() { MaxAttempts = 8, FirstDelay = TimeSpan.FromMilliseconds(500), MaxDelay = TimeSpan.FromSeconds(8) }, clock);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _asked = new(StringComparer.Ordinal);

    /// <summary>Begins the deployment, or reports why not.</summary>
    public Task<RolloutResult> BeginAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var isAsked = false;
        return _retry.RunAsync(
            token => TryAsync(plan, isAsked, () => isAsked = true, token), AwsErrors.IsWorthRetrying, (_, _) => null, cancellationToken);
    }

    private async Task<RolloutResult> TryAsync(ServicePlan plan, bool isAsked, Action onAsk, CancellationToken cancellationToken)
    {
        try
        {
            await ecs.WaitForUpdateAsync(cancellationToken);
            var current = await PlanAnewAsync(plan, cancellationToken);
            while (current?.Decision is Decision.Redeploy && _asked.TryGetValue(current.Service.Key, out var at)
                && at >= current.StaleSince && clock.GetUtcNow() < at + MayNotShow)
            {
                await Task.Delay(BetweenReads, clock, cancellationToken);
                current = await PlanAnewAsync(plan, cancellationToken);
            }

            if (current is null)
            {
                return new(plan, RolloutOutcome.Deleted);
            }

            if (current.Decision is not Decision.Redeploy)
            {
                return Instead(current, isAsked);
            }

            onAsk();
            return current.Service.Controller is ControllerKind.CodeDeploy ? await codeDeployment.BeginAsync(current, cancellationToken)
                : await ForceAsync(current, cancellationToken);
        }
        catch (AmazonServiceException exception) when (Classify(plan, exception) is { } result)
        {
            return result;
        }
    }

    private async Task<RolloutResult> ForceAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var service = plan.Service;
        _asked[service.Key] = clock.GetUtcNow();
        try
        {
            var answer = await ecs.ForceNewDeploymentAsync(service.Cluster, service.Arn, cancellationToken);
            var primary = answer.Service?.Deployments?.FirstOrDefault(deployment => deployment.Status == "PRIMARY");
            return new(plan, RolloutOutcome.Done) { DeploymentId = primary?.Id };
        }
        catch (AmazonServiceException exception) when (AwsErrors.Classify(exception) is not AwsErrorKind.Transient)
        {
            _asked.TryRemove(service.Key, out _); // Refused: there is nothing to wait for.
            throw;
        }
    }

    /// <summary>Another deployment since has replaced the tasks that were read, and one that returned in a rollback may look new: then the
    /// tasks are read once more.</summary>
    private async Task<ServicePlan?> PlanAnewAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var answer = await ecs.DescribeServicesAsync(plan.Service.Cluster, [plan.Service.Arn], cancellationToken);
        if (answer.Services is not [var service, ..])
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var current = await reader.ReadAsync(service, cancellationToken);
        current = current with
        {
            Tasks = current.Primary?.Id == plan.Service.Primary?.Id ? plan.Service.Tasks : null,
        };
        var since = plan.StaleSince < now - RestartInterval.Remembered ? plan.StaleSince : now - RestartInterval.Remembered;
        if (current.Controller is ControllerKind.CodeDeploy || current.Units.Any(unit => unit.UpdatedAt >= since))
        {
            current = current with { History = await history.ReadAsync(current, since, cancellationToken) };
        }

        List<Change> changes = [.. plan.SecretStates.Select(state => state.Change)];
        var made = planner.Plan(current, changes, now);
        return made is not { NeedsTasks: true } ? made
            : planner.Plan(current with { Tasks = await tasks.ReadAsync(current, cancellationToken) }, changes, now);
    }

    private static RolloutResult Instead(ServicePlan current, bool isAsked) => new(current, current.Decision switch
    {
        Decision.Later or Decision.StopTasks => RolloutOutcome.Later,
        // The call was executed and its reply was lost.
        Decision.Skip when isAsked && current.Reason is Reason.RollingOut or Reason.AlreadyFresh => RolloutOutcome.Done,
        _ => RolloutOutcome.NotTried,
    })
    {
        DeploymentId = current.Service.Primary?.Id,
    };

    /// <summary>The meaning of an error that does not pass by itself; null for the others.</summary>
    private RolloutResult? Classify(ServicePlan plan, AmazonServiceException exception) => exception switch
    {
        ServiceNotActiveException or ServiceNotFoundException or ClusterNotFoundException => new(plan, RolloutOutcome.Deleted),
        InvalidParameterException when exception.Message.Contains("active deployments exist", StringComparison.OrdinalIgnoreCase) =>
            new(plan with { Decision = Decision.Later, Reason = Reason.TooManyDeployments }, RolloutOutcome.Later, exception.Message),
        InvalidParameterException or ClientException when exception.Message.Contains("is inactive", StringComparison.OrdinalIgnoreCase) =>
            Deregistered(plan, exception.Message),
        _ when AwsErrors.IsWorthRetrying(exception) => null,
        _ => new(plan, RolloutOutcome.Failed, $"Amazon ECS refused a forced deployment: {exception.Message}"),
    };

    private RolloutResult Deregistered(ServicePlan plan, string message)
    {
        reader.Forget(plan.Service);
        return new(plan with { Decision = Decision.Notify, Reason = Reason.RevisionDeregistered }, RolloutOutcome.NotTried, message);
    }
}
