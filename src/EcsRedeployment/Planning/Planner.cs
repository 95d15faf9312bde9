namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Decides about a service by <see cref="PlanTable"/>. Pure: the same service, changes and time give the same plan, and a plan
/// made after its own rollout does nothing more.</summary>
internal sealed class Planner(RedeploymentOptions options)
{
    /// <summary>Makes the plan; null when the service has no reference to any of the changed secrets.</summary>
    public ServicePlan? Plan(ServiceSnapshot service, IReadOnlyCollection<Change> changes, DateTimeOffset now)
    {
        List<SecretFreshness> states = [.. changes.Select(change => Freshness.Of(service, change)).OfType<SecretFreshness>()];
        if (states.Count == 0)
        {
            return null;
        }

        var facts = new PlanFacts(service, states, now, options);
        var row = PlanTable.Rows.First(row => row.Holds(facts));
        return new ServicePlan(service, row.Decision, row.Reason, states, Warnings.About(service, states, row.Decision, now));
    }
}
