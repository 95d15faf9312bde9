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
        List<SecretFreshness> states = [.. changes.Select(change => Freshness.Of(service, change)).OfType<SecretFreshness>()];
        if (states.Count == 0)
        {
            return null;
        }

        var (decision, reason) = Decide(service, states);
        return new ServicePlan(service, decision, reason, states, Warnings.About(service, states, decision));
    }

    private (Decision Decision, Reason Reason) Decide(ServiceSnapshot service, List<SecretFreshness> states)
    {
        var urgent = states.MaxBy(state => state.FreshnessState)!;
        if (service.Status != ServiceSnapshot.Active && urgent.FreshnessState > FreshnessState.Fresh)
        {
            return (Decision.Skip, Reason.NotActive);
        }

        return urgent.FreshnessState switch
        {
            FreshnessState.Stale => DecideStale(service, states),
            FreshnessState.Indirect => (Decision.Notify, Reason.IndirectReference),
            FreshnessState.Failed => (Decision.Notify, Reason.RolloutFailed),
            FreshnessState.Rolling => (Decision.Skip, Reason.RollingOut),
            FreshnessState.Unproven => (Decision.Skip, Reason.Unproven),
            FreshnessState.Pinned => (Decision.Skip, Reason.PinnedVersion),
            FreshnessState.Fresh => (Decision.Skip, Reason.AlreadyFresh),
            FreshnessState.NoRunningTasks => (Decision.Skip, Reason.NoRunningTasks),
            FreshnessState.OtherStage => (Decision.Skip, Reason.OtherStage),
            _ => (Decision.Skip, Reason.OnlyAtImagePull),
        };
    }

    private (Decision Decision, Reason Reason) DecideStale(ServiceSnapshot service, List<SecretFreshness> states)
    {
        // A new task resolves every reference of its task definition: one secret that is gone keeps it from starting, however fresh the others are.
        if (states.Exists(state => state.Change.IsGone && service.References.Any(reference => reference.IsReadByEcs && state.Change.IsReadBy(reference))))
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

        var changedAt = states.Where(state => state.FreshnessState is FreshnessState.Stale).Max(state => state.ChangedAt);
        if (service.FailedDeployments?.Count(at => at >= changedAt) >= rolloutAttempts)
        {
            return (Decision.Notify, Reason.RolloutFailed);
        }

        return service.Units.Count >= MostDeployments ? (Decision.Later, Reason.TooManyDeployments) : (Decision.Redeploy, Reason.Stale);
    }
}
