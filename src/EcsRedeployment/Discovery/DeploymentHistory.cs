using Amazon.CodeDeploy;
using Amazon.ECS.Model;
using DeploymentInfo = Amazon.CodeDeploy.Model.DeploymentInfo;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Reads which deployments of a service ended how. After a rollback a service runs its old deployment once more, as stale as
/// before: nothing but the history shows that.</summary>
internal sealed class DeploymentHistory(EcsCalls ecs, CodeDeployCalls codeDeploy, TimeProvider clock)
{
    /// <summary>ListServiceDeployments refuses a `createdAt` filter that is older than three months.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(89);

    /// <summary>A deployment in CodeDeploy goes on while old tasks wait for their end, two days at most (CodeDeploy API Reference,
    /// "BlueInstanceTerminationOption").</summary>
    private static readonly TimeSpan LongestInCodeDeploy = TimeSpan.FromDays(2);

    /// <summary>The service's deployments since a moment, newest first, each with why it did not succeed.</summary>
    public async Task<IReadOnlyList<PastDeployment>> ReadAsync(
        ServiceSnapshot service, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var earliest = clock.GetUtcNow() - Kept;
        since = since > earliest ? since : earliest;
        if (service.Controller is ControllerKind.CodeDeploy)
        {
            return await OfCodeDeployAsync(service, since - LongestInCodeDeploy, cancellationToken);
        }

        // The newest hundred are more than any number of attempts that is allowed.
        var page = await ecs.ListServiceDeploymentsAsync(service.Cluster, service.Arn, since, cancellationToken);
        var briefs = (page.ServiceDeployments ?? []).Where(brief => brief.CreatedAt is not null).OrderByDescending(brief => brief.CreatedAt)
            .ToList();
        var details = new Dictionary<string, ServiceDeployment>();
        foreach (var arns in briefs.Where(brief => StateOf(brief.Status) is not PastDeploymentState.Succeeded)
            .Select(brief => brief.ServiceDeploymentArn).Chunk(EcsCalls.DeploymentsPerCall))
        {
            foreach (var deployment in (await ecs.DescribeServiceDeploymentsAsync(arns, cancellationToken)).ServiceDeployments ?? [])
            {
                details[deployment.ServiceDeploymentArn] = deployment;
            }
        }

        return [.. briefs.Select((brief, index) => Read(brief, details.GetValueOrDefault(brief.ServiceDeploymentArn), index > 0))];
    }

    /// <summary>A failed deployment's task set is deleted, and that of a deployment in progress becomes the primary late, so that only
    /// CodeDeploy knows of them. The group is that of the task set that runs. A rollback is a deployment of its own.</summary>
    private async Task<IReadOnlyList<PastDeployment>> OfCodeDeployAsync(
        ServiceSnapshot service, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var past = new List<PastDeployment>();
        if (service.Primary is { ExternalId: { Length: > 0 } id }
            && await TryGetAsync(id) is { } last)
        {
            foreach (var listed in await codeDeploy.ListAsync(last, since, cancellationToken))
            {
                if ((listed == id ? last : await TryGetAsync(listed)) is { CreateTime: { } created } one && StateOf(one) is { } state)
                {
                    past.Add(new(
                        new DateTimeOffset(created.ToUniversalTime()), state,
                        state is PastDeploymentState.RollingBack ? EndCause.Superseded
                            : state is not PastDeploymentState.Stopped ? EndCause.None
                            : one.ErrorInformation?.Code?.Value == "MANUAL_STOP" ? EndCause.Person : EndCause.CircuitBreaker));
                }
            }
        }

        return [.. past.OrderByDescending(one => one.CreatedAt)];

        async Task<DeploymentInfo?> TryGetAsync(string deployment)
        {
            try
            {
                return await codeDeploy.GetDeploymentAsync(deployment, cancellationToken);
            }
            catch (AmazonCodeDeployException exception) when (exception.ErrorCode is "DeploymentDoesNotExistException")
            {
                return null;
            }
        }
    }

    /// <summary>The state of a deployment in CodeDeploy; null for a rollback that has ended.</summary>
    private static PastDeploymentState? StateOf(DeploymentInfo one)
    {
        var hasEnded = one.Status == DeploymentStatus.Failed || one.Status == DeploymentStatus.Stopped;
        var hasSucceeded = one.Status == DeploymentStatus.Succeeded;
        return one.Creator == DeploymentCreator.CodeDeployRollback
            ? hasEnded || hasSucceeded ? null : PastDeploymentState.RollingBack
            : hasSucceeded ? PastDeploymentState.Succeeded
            : hasEnded ? PastDeploymentState.Stopped : PastDeploymentState.InProgress;
    }

    private static PastDeployment Read(ServiceDeploymentBrief brief, ServiceDeployment? detail, bool hasNewer)
    {
        var state = StateOf(detail?.Status ?? brief.Status);
        string?[] reasons = [detail?.Rollback?.Reason, detail?.StatusReason, brief.StatusReason];
        return new PastDeployment(
            new DateTimeOffset(brief.CreatedAt!.Value.ToUniversalTime()),
            state,
            state is PastDeploymentState.InProgress or PastDeploymentState.Succeeded
                ? EndCause.None : CauseOf(state, detail, Array.Find(reasons, text => !string.IsNullOrEmpty(text)), hasNewer));
    }

    private static PastDeploymentState StateOf(ServiceDeploymentStatus? status) =>
        status == ServiceDeploymentStatus.SUCCESSFUL ? PastDeploymentState.Succeeded
        : status == ServiceDeploymentStatus.STOPPED ? PastDeploymentState.Stopped
        : status == ServiceDeploymentStatus.ROLLBACK_REQUESTED || status == ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS
            ? PastDeploymentState.RollingBack
        : status == ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL || status == ServiceDeploymentStatus.ROLLBACK_FAILED
            ? PastDeploymentState.RolledBack
        : PastDeploymentState.InProgress;

    /// <summary>A person's rollback has no record of its own: it is what is left when neither the circuit breaker nor an alarm was
    /// triggered and the reason names no hook or configuration. A breaker without rollback ends as STOPPED too, so STOPPED alone shows
    /// nothing.</summary>
    private static EndCause CauseOf(PastDeploymentState state, ServiceDeployment? detail, string? reason, bool hasNewer)
    {
        bool Mentions(string text) => reason?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;

        return detail?.DeploymentCircuitBreaker?.Status == ServiceDeploymentRollbackMonitorsStatus.TRIGGERED || Mentions("circuit breaker")
            ? EndCause.CircuitBreaker
            : detail?.Alarms?.Status == ServiceDeploymentRollbackMonitorsStatus.TRIGGERED || Mentions("alarm") ? EndCause.Alarm
            : Mentions(" hook") ? EndCause.Hook
            : Mentions("configuration") ? EndCause.Configuration
            : state is PastDeploymentState.Stopped && hasNewer ? EndCause.Superseded
            : EndCause.Person;
    }
}
