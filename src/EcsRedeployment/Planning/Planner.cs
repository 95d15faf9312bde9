namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>
/// Decides what is done about a service. Pure: the same service and the same changes give the same plan, and a plan made after its own
/// rollout does nothing more.
/// </summary>
/// <param name="rolloutAttempts">How many deployments since a change may fail before the function gives up on a service.</param>
internal sealed class Planner(int rolloutAttempts)
{
    /// <summary>"5 active deployments exist, unable to create new deployment."</summary>
    private const int MostDeployments = 5;

    /// <summary>Makes the plan; null when the service holds no reference to any of the changed secrets, and so is none of the function's business.</summary>
    public ServicePlan? Plan(ServiceSnapshot service, IReadOnlyCollection<Change> changes)
    {
        List<SecretStanding> standings = [.. changes.Select(change => Freshness.Of(service, change)).OfType<SecretStanding>()];
        if (standings.Count == 0)
        {
            return null;
        }

        var (decision, reason) = Decide(service, standings);
        return new ServicePlan(service, decision, reason, standings, Warnings.About(service, standings, decision));
    }

    private (Decision Decision, Reason Reason) Decide(ServiceSnapshot service, List<SecretStanding> standings)
    {
        var urgent = standings.MaxBy(standing => standing.Standing)!;
        if (service.Status != ServiceSnapshot.Active && urgent.Standing > Standing.Fresh)
        {
            return (Decision.Skip, Reason.NotActive);
        }

        return urgent.Standing switch
        {
            Standing.Stale => DecideStale(service, standings),
            Standing.Indirect => (Decision.Notify, Reason.IndirectReference),
            Standing.Failed => (Decision.Notify, Reason.RolloutFailed),
            Standing.Rolling => (Decision.Skip, Reason.RollingOut),
            Standing.Unproven => (Decision.Skip, Reason.Unproven),
            Standing.Pinned => (Decision.Skip, Reason.PinnedVersion),
            Standing.Fresh => (Decision.Skip, Reason.AlreadyFresh),
            Standing.NoRunningTasks => (Decision.Skip, Reason.NoRunningTasks),
            Standing.OtherStage => (Decision.Skip, Reason.OtherStage),
            _ => (Decision.Skip, Reason.OnlyAtImagePull),
        };
    }

    private (Decision Decision, Reason Reason) DecideStale(ServiceSnapshot service, List<SecretStanding> standings)
    {
        // A new task resolves every reference of its task definition: one secret that is gone keeps it from starting, however fresh the others are.
        if (standings.Exists(standing => standing.Change.IsGone && standing.Standing is not Standing.OnlyAtImagePull))
        {
            return (Decision.Notify, Reason.SecretGone);
        }

        var byTag = service.Tags.Mode switch
        {
            RedeployMode.Never => (Decision.Skip, Reason.OptedOut),
            RedeployMode.Notify => (Decision.Notify, Reason.NotifyOnly),
            RedeployMode.Unknown => (Decision.Notify, Reason.TagNotUnderstood),
            RedeployMode.StopTasks => (Decision.StopTasks, Reason.Stale), // Works whoever deploys the service: its task sets replace a stopped task.
            _ => (Decision.Redeploy, Reason.Stale),
        };
        if (byTag.Item1 is not Decision.Redeploy)
        {
            return byTag;
        }

        if (service.Controller is not ControllerKind.Ecs)
        {
            return (Decision.Notify, service.Controller is ControllerKind.CodeDeploy ? Reason.CodeDeployController : Reason.ExternalController);
        }

        if (service.IsManaged)
        {
            return (Decision.Notify, Reason.ManagedByEcs);
        }

        var changedAt = standings.Where(standing => standing.Standing is Standing.Stale).Max(standing => standing.ChangedAt);
        if (service.FailedDeployments?.Count(at => at >= changedAt) >= rolloutAttempts)
        {
            return (Decision.Notify, Reason.RolloutFailed);
        }

        return service.Units.Count >= MostDeployments ? (Decision.Later, Reason.TooManyDeployments) : (Decision.Redeploy, Reason.Stale);
    }
}
