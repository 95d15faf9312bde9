using RotationLambdas.EcsRedeployment.Changes;
using RotationLambdas.EcsRedeployment.Discovery;
using RotationLambdas.EcsRedeployment.Options;
using RotationLambdas.EcsRedeployment.Planning;

namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Plans, and asks AWS further only where the answer can change a plan: the dates of versions, the tasks, the history of deployments.</summary>
internal sealed class PlanMaker(
    Planner planner, ChangeReader changes, TaskReader tasks, DeploymentHistory history, RedeploymentOptions options)
{
    /// <summary>Makes the plans.</summary>
    /// <param name="services">The services as they were found.</param>
    /// <param name="origins">What changed; what is found out further about the dates is put in its place.</param>
    /// <param name="isRepeated">
    /// Whether this may not be the first look since the change. Then a service's history is asked before it is deployed again.
    /// </param>
    /// <param name="problems">Takes what could not be found out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ServicePlan>> MakeAsync(
        IReadOnlyCollection<ServiceSnapshot> services, IList<ChangeOrigin> origins, bool isRepeated, ICollection<string> problems,
        CancellationToken cancellationToken)
    {
        var plans = PlanAll(services, origins);
        if (await DateAsync(plans, origins, problems, cancellationToken))
        {
            plans = PlanAll(services, origins);
        }

        var changed = ChangesOf(origins);
        var refined = new ServicePlan[plans.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ScanConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(plans.Index(), parallel, async (item, cancel) =>
        {
            refined[item.Index] = await GuardAsync(Postponed(item.Item), problems, async () => await RefineAsync(item.Item, changed, isRepeated, cancel));
        });
        return refined;
    }

    private List<ServicePlan> PlanAll(IReadOnlyCollection<ServiceSnapshot> services, IEnumerable<ChangeOrigin> origins)
    {
        var changed = ChangesOf(origins);
        return [.. services.Select(service => planner.Plan(service, changed.For(service))).OfType<ServicePlan>()];
    }

    private static ChangeLookup ChangesOf(IEnumerable<ChangeOrigin> origins) => new(origins.Select(origin => origin.Change));

    /// <summary>Where a secret was modified after a task was created, its versions' dates tell whether it was its value.</summary>
    private async Task<bool> DateAsync(
        List<ServicePlan> plans, IList<ChangeOrigin> origins, ICollection<string> problems, CancellationToken cancellationToken)
    {
        var doubtful = plans.SelectMany(plan => plan.SecretStates)
            .Where(state => state.FreshnessState is FreshnessState.Unproven)
            .Select(state => state.Change.Arn)
            .ToHashSet();
        var any = false;
        for (var i = 0; i < origins.Count; i++)
        {
            if (origins[i].Facts is null || !doubtful.Contains(origins[i].Change.Arn))
            {
                continue;
            }

            var origin = origins[i];
            origins[i] = await GuardAsync(origin, problems, async () => await changes.DateByVersionsAsync(origin, cancellationToken));
            any |= origins[i] != origin;
        }

        return any;
    }

    private async Task<ServicePlan> RefineAsync(ServicePlan plan, ChangeLookup changed, bool isRepeated, CancellationToken cancellationToken)
    {
        if (plan.NeedsTasks)
        {
            var looked = plan.Service with { Tasks = await tasks.ReadAsync(plan.Service, cancellationToken) };
            plan = planner.Plan(looked, changed.For(looked)) ?? plan;
        }

        if (isRepeated && plan.Decision is Decision.Redeploy && plan.WasTouched)
        {
            var looked = plan.Service with { FailedDeployments = await history.FailedSinceAsync(plan.Service, plan.StaleSince, cancellationToken) };
            plan = planner.Plan(looked, changed.For(looked)) ?? plan;
        }

        return plan;
    }

    /// <summary>Without an answer nothing is restarted: without its tasks it is not known which to stop, without its history not whether it would help.</summary>
    private static ServicePlan Postponed(ServicePlan plan) =>
        plan.Decision is Decision.Redeploy or Decision.StopTasks ? plan with { Decision = Decision.Later } : plan;

    /// <summary>Asks, and tells the problem where there is no answer.</summary>
    private static async Task<T> GuardAsync<T>(T otherwise, ICollection<string> problems, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is FunctionException or Amazon.Runtime.AmazonServiceException || AwsErrors.Classify(exception) is AwsErrorKind.Transient)
        {
            lock (problems)
            {
                problems.Add(exception.Message);
            }

            return otherwise;
        }
    }
}
