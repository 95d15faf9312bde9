namespace RotationLambdas.EcsRedeployment.Reconciliation;

/// <summary>Plans, and asks AWS further only where the answer can change a plan: the dates of versions, the tasks, the history of
/// deployments, and at last, for what is about to be deployed, the other secrets of the service.</summary>
internal sealed class PlanMaker(
    Planner planner, FleetGate gate, ChangeReader changes, TaskReader tasks, DeploymentHistory history, RedeploymentOptions options,
    TimeProvider clock)
{
    /// <param name="services">All services that refer to the changes: the gate counts them.</param>
    /// <param name="tasksByCluster">How many tasks the services of each cluster have, as far as it is known.</param>
    /// <param name="cancellationToken">Ends it; what is not certain by then is postponed.</param>
    public async Task<Planned> MakeAsync(
        IReadOnlyList<ServiceSnapshot> services, IReadOnlyList<ChangeOrigin> origins, IReadOnlyDictionary<string, int> tasksByCluster,
        CancellationToken cancellationToken)
    {
        var dated = await DateAsync(services, origins, cancellationToken);
        var problems = new ConcurrentQueue<Problem>(dated.Problems);
        var changed = new ChangeLookup(dated.Origins.Select(origin => origin.Change));
        var plans = await WithTasksAsync(PlanAll(services, changed), changed, tasksByCluster, problems, cancellationToken);
        if (Doubtful(plans, dated.Origins).Count > 0)
        {
            // A deployment that returned in a rollback seems younger than its tasks.
            dated = await DateAsync(plans, dated.Origins, cancellationToken);
            dated.Problems.ToList().ForEach(problems.Enqueue);
            changed = new ChangeLookup(dated.Origins.Select(origin => origin.Change));
            plans = [.. plans.Select(plan => Anew(plan, plan.Service, changed))];
            plans = await WithTasksAsync(plans, changed, tasksByCluster, problems, cancellationToken);
        }

        plans = await EachAsync(plans, plan => plan.NeedsHistory, problems, async (plan, cancel) =>
            Anew(plan, plan.Service with { History = await history.ReadAsync(plan.Service, plan.Unsettled, cancel) }, changed),
            cancellationToken);
        plans = await EachAsync(plans, plan => plan.Decision is Decision.StopTasks, problems, async (plan, cancel) =>
            Anew(plan, plan.Service with { FailedTasks = await tasks.ReadFailedAsync(plan.Service, cancel) }, changed), cancellationToken);
        var admitted = gate.Admit(plans, clock.GetUtcNow());
        return new Planned(await WithoutDeletedSecretsAsync(admitted, changed, problems, cancellationToken), dated.Origins, [.. problems]);
    }

    /// <summary>Where a secret was modified after a task was created, its versions' dates show whether its value changed.</summary>
    public Task<Planned> DateAsync(
        IReadOnlyList<ServiceSnapshot> services, IReadOnlyList<ChangeOrigin> origins, CancellationToken cancellationToken) =>
        DateAsync(PlanAll(services, new ChangeLookup(origins.Select(origin => origin.Change))), origins, cancellationToken);

    private async Task<Planned> DateAsync(
        IReadOnlyList<ServicePlan> plans, IReadOnlyList<ChangeOrigin> origins, CancellationToken cancellationToken)
    {
        var doubtful = Doubtful(plans, origins);
        var problems = new ConcurrentQueue<Problem>();
        var dated = new List<ChangeOrigin>();
        foreach (var origin in origins)
        {
            dated.Add(!doubtful.Contains(origin.Change.Arn) ? origin
                : await GuardAsync(
                    _ => origin, problems, async () =>
                        Resumed(await changes.DateByVersionsAsync(origin, cancellationToken), origin.Change.ResumedAt)));
        }

        return new Planned(plans, dated, [.. problems]);
    }

    /// <summary>The secrets whose versions' dates may decide.</summary>
    private static HashSet<string> Doubtful(IEnumerable<ServicePlan> plans, IEnumerable<ChangeOrigin> origins) =>
        [.. plans.SelectMany(plan => plan.SecretStates).Where(state => state.State is FreshnessState.Unverified)
            .Select(state => state.Change.Arn)
            .Intersect(origins.Where(origin => origin is { Facts: not null, IsDated: false }).Select(origin => origin.Change.Arn))];

    private static ChangeOrigin Resumed(ChangeOrigin origin, DateTimeOffset at) =>
        at <= origin.Change.ResumedAt ? origin : origin with { Change = origin.Change with { ResumedAt = at } };

    private IReadOnlyList<ServicePlan> PlanAll(IReadOnlyList<ServiceSnapshot> services, ChangeLookup changed)
    {
        var now = clock.GetUtcNow();
        return [.. services.Select(service => planner.Plan(service, changed.For(service), now)).OfType<ServicePlan>()];
    }

    private ServicePlan Anew(ServicePlan plan, ServiceSnapshot service, ChangeLookup changed) =>
        planner.Plan(service, changed.For(service), clock.GetUtcNow()) ?? plan;

    private async Task<IReadOnlyList<ServicePlan>> WithTasksAsync(
        IReadOnlyList<ServicePlan> plans, ChangeLookup changed, IReadOnlyDictionary<string, int> tasksByCluster,
        ConcurrentQueue<Problem> problems,
        CancellationToken cancellationToken)
    {
        var inDoubt = plans.Where(plan => plan.NeedsTasks).Select(plan => plan.Service).ToList();
        if (inDoubt.Count == 0)
        {
            return plans;
        }

        var reading = await GuardAsync(
            _ => new TaskReading(), problems, () => tasks.ReadAsync(inDoubt, [], tasksByCluster, _ => false, cancellationToken));
        foreach (var problem in reading.Problems.Select(text => new Problem(text, false))
            .Concat(reading.Permanent.Select(text => new Problem(text, true))))
        {
            problems.Enqueue(problem);
        }

        return [.. plans.Select(plan => !plan.NeedsTasks ? plan
            : reading.ByService.TryGetValue(plan.Service.Key, out var found) ? Anew(plan, plan.Service with { Tasks = found }, changed)
            : Postponed(plan, reading.Problems.IsEmpty && !reading.Permanent.IsEmpty))];
    }

    /// <summary>A new task resolves every reference of its task definition: one deleted secret keeps it from starting.</summary>
    private async Task<IReadOnlyList<ServicePlan>> WithoutDeletedSecretsAsync(
        IReadOnlyList<ServicePlan> plans, ChangeLookup changed, ConcurrentQueue<Problem> problems, CancellationToken cancellationToken)
    {
        var checkedKeys = new ConcurrentDictionary<SourceKey, Change?>();
        return await EachAsync(plans, plan => plan.Decision is Decision.Redeploy, problems, async (plan, cancel) =>
        {
            var known = changed.For(plan.Service);
            var others = plan.Service.References.Where(
                reference => reference.IsReadByEcs && !known.Any(change => change.IsReadBy(reference)))
                .Select(reference => reference.Source).Distinct();
            var deleted = new List<Change>();
            foreach (var key in others)
            {
                if (!checkedKeys.TryGetValue(key, out var change))
                {
                    change = (await changes.ReadReferencedAsync(key, text => problems.Enqueue(new(text, false)), _ => { }, cancel))?.Change;
                    checkedKeys[key] = change;
                }

                deleted.AddRange(change is not null && plan.Service.IsKeptFromStartingBy(change) ? [change] : []);
            }

            return deleted.Count == 0 ? plan : planner.Plan(plan.Service, [.. known, .. deleted], clock.GetUtcNow()) ?? plan;
        }, cancellationToken);
    }

    private async Task<IReadOnlyList<ServicePlan>> EachAsync(
        IReadOnlyList<ServicePlan> plans, Func<ServicePlan, bool> isWanted, ConcurrentQueue<Problem> problems,
        Func<ServicePlan, CancellationToken, Task<ServicePlan>> refine, CancellationToken cancellationToken)
    {
        var refined = plans.ToArray();
        await Parallel.ForEachAsync(
            plans.Index().Where(item => isWanted(item.Item)),
            new ParallelOptions { MaxDegreeOfParallelism = options.ScanConcurrency },
            async (item, _) => refined[item.Index] =
                await GuardAsync(
                    isPermanent => Postponed(item.Item, isPermanent), problems, () => refine(item.Item, cancellationToken)));
        return refined;
    }

    /// <summary>Without an answer nothing is restarted: without its tasks it is not known which to stop, without its history not whether
    /// it would help.</summary>
    private static ServicePlan Postponed(ServicePlan plan, bool isPermanent) =>
        plan.Decision is not (Decision.Redeploy or Decision.StopTasks) ? plan
        : plan with { Decision = isPermanent ? Decision.Notify : Decision.Later, Reason = Reason.NotRead };

    /// <summary>Asks, and notes the problem where there is no answer, or no time for one.</summary>
    private static async Task<T> GuardAsync<T>(Func<bool, T> otherwise, ConcurrentQueue<Problem> problems, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (OperationCanceledException)
        {
            problems.Enqueue(
                new("The invocation's time ran out before every service was read. Raise the function's timeout, or ECS_READS_PER_SECOND.",
                    false));
            return otherwise(false);
        }
        catch (Exception exception) when (exception is FunctionException || AwsErrors.Classify(exception) is not AwsErrorKind.Other)
        {
            var isPermanent = !AwsErrors.IsWorthRetrying(exception);
            problems.Enqueue(new(exception.Message, isPermanent));
            return otherwise(isPermanent);
        }
    }
}
