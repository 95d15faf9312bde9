using Amazon.ECS.Model;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Planning;

namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>Begins a forced deployment of a service. Right before each UpdateService the service is read and planned anew: another
/// invocation, another stack or a person may have begun a deployment, and after a lost reply the deployment may be our own.</summary>
internal sealed class ForcedDeployment(
    EcsCalls ecs, ServiceReader reader, TaskReader tasks, DeploymentHistory history, Planner planner, TimeProvider clock)
{
    private static readonly RetryOptions Retry =
        new() { MaxAttempts = 8, FirstDelay = TimeSpan.FromMilliseconds(500), MaxDelay = TimeSpan.FromSeconds(8) };

    private readonly Shared.RetryPolicy _retry = new(Retry, clock);

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
            if (await PlanAnewAsync(plan, cancellationToken) is not { } current)
            {
                return new(plan, RolloutOutcome.Deleted);
            }

            if (current.Decision is not Decision.Redeploy)
            {
                return Instead(current, isAsked);
            }

            onAsk();
            var answer = await ecs.ForceNewDeploymentAsync(plan.Service.Cluster, plan.Service.Arn, cancellationToken);
            var primary = answer.Service?.Deployments?.FirstOrDefault(deployment => deployment.Status == "PRIMARY");
            return new(current, RolloutOutcome.Done) { DeploymentId = primary?.Id };
        }
        catch (AmazonServiceException exception) when (Classify(plan, exception) is { } result)
        {
            return result;
        }
    }

    /// <summary>Without tasks in the plan the service was untouched since the change, and its deployments decide. Another deployment since
    /// has replaced the tasks that were read.</summary>
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
            Tasks = plan.Service.Tasks is null || current.Primary?.Id == plan.Service.Primary?.Id ? plan.Service.Tasks
                : await tasks.ReadAsync(current, cancellationToken),
        };
        var since = plan.StaleSince < now - RestartInterval.Remembered ? plan.StaleSince : now - RestartInterval.Remembered;
        if (current.Units.Any(unit => unit.UpdatedAt >= since))
        {
            current = current with { History = await history.ReadAsync(current, since, cancellationToken) };
        }

        return planner.Plan(current, [.. plan.SecretStates.Select(state => state.Change)], now);
    }

    private static RolloutResult Instead(ServicePlan current, bool isAsked) => new(current, current.Decision switch
    {
        Decision.Later or Decision.StopTasks => RolloutOutcome.Later,
        Decision.Skip when current.Reason is Reason.RollingOut or Reason.AlreadyFresh =>
            isAsked ? RolloutOutcome.Done : RolloutOutcome.BegunElsewhere, // The call was executed and its reply was lost.
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
        InvalidParameterException or ClientException when exception.Message.Contains("inactive", StringComparison.OrdinalIgnoreCase) =>
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
