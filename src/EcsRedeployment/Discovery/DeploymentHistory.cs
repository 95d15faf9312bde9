using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Planning;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>
/// Looks up which deployments of a service were rolled back. After a rollback the service runs its old deployment again, as stale as before:
/// without its history it would be redeployed at every look, for ever.
/// </summary>
internal sealed class DeploymentHistory(EcsCalls ecs)
{
    /// <summary>When each deployment of the service that was rolled back since a moment had been created.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> FailedSinceAsync(
        ServiceSnapshot service, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // The newest hundred are more than any number of attempts that is allowed.
        var page = await ecs.ListFailedDeploymentsAsync(service.Cluster, service.Arn, since, cancellationToken);
        return [.. (page.ServiceDeployments ?? []).Select(deployment => deployment.CreatedAt).OfType<DateTime>()
            .Select(created => new DateTimeOffset(created.ToUniversalTime()))];
    }
}
