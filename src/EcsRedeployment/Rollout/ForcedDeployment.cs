using Amazon.ECS.Model;
using Amazon.Runtime;
using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Planning;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>
/// Begins a forced deployment of a service. When the reply is lost, the service itself is asked whether a deployment has begun before
/// another one is: two would replace every task twice. So it is when the look at the service is no longer fresh.
/// </summary>
internal sealed class ForcedDeployment(EcsCalls ecs, ServiceReader reader, Planner planner, TimeProvider clock)
{
    /// <summary>
    /// How long a look is believed. A long row of services outlasts it, and another invocation, which was told of the same change by another event, may have
    /// come first.
    /// </summary>
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    /// <summary>Begins the deployment, or says why not.</summary>
    public async Task<RolloutResult> BeginAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var service = plan.Service;
        if (clock.GetUtcNow() - service.SeenAt > Believed && await HasBegunAsync(plan, cancellationToken))
        {
            return new RolloutResult(plan, RolloutOutcome.Done);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await ecs.ForceNewDeploymentAsync(service.Cluster, service.Arn, cancellationToken);
                var primary = answer.Service?.Deployments?.FirstOrDefault(deployment => deployment.Status == "PRIMARY");
                return new RolloutResult(plan, RolloutOutcome.Done) { DeploymentId = primary?.Id };
            }
            catch (AmazonServiceException exception) when (Classify(plan, exception) is { } result)
            {
                return result;
            }
            catch (Exception exception) when (UpdateRetry.IsLeft(attempt, exception))
            {
                await Task.Delay(UpdateRetry.PauseAfter(attempt), clock, cancellationToken);
                if (AwsErrors.Classify(exception) is AwsErrorKind.Transient && await HasBegunAsync(plan, cancellationToken))
                {
                    return new RolloutResult(plan, RolloutOutcome.Done);
                }
            }
        }
    }

    /// <summary>What an error means that will not go away by itself; null for the others.</summary>
    private static RolloutResult? Classify(ServicePlan plan, AmazonServiceException exception) => exception switch
    {
        ServiceNotActiveException or ServiceNotFoundException or ClusterNotFoundException => new(plan, RolloutOutcome.Gone),
        InvalidParameterException when exception.Message.Contains("active deployments exist", StringComparison.OrdinalIgnoreCase) =>
            new(plan, RolloutOutcome.Later, exception.Message),
        _ when AwsErrors.IsWorthRetrying(exception) => null,
        _ => new(plan, RolloutOutcome.Failed, $"Amazon ECS refused a forced deployment: {exception.Message}"),
    };

    private async Task<bool> HasBegunAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var answer = await ecs.DescribeServicesAsync(plan.Service.Cluster, [plan.Service.Arn], cancellationToken);
        if (answer.Services is not [var service, ..])
        {
            return false;
        }

        var now = await reader.ReadAsync(service, cancellationToken);
        return planner.Plan(now, [.. plan.SecretStates.Select(state => state.Change)])?.Decision is not Decision.Redeploy;
    }
}
