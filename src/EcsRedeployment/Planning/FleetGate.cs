namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Holds deployments back so that one bad value costs the canaries only: canaries first, the rest after one is fresh, so many in
/// progress at most, none while deployments of the same change fail. Pure and stateless: all of it follows from one scan of the services
/// of the change.</summary>
internal sealed class FleetGate(RedeploymentOptions options)
{
    private const int SafeMinimumHealthy = 50;

    /// <summary>Lets through what may begin now.</summary>
    /// <param name="plans">The plans of all services that refer to the changed secrets: what is fresh or in progress decides about the
    /// others.</param>
    public IReadOnlyList<ServicePlan> Admit(IReadOnlyList<ServicePlan> plans, DateTimeOffset now)
    {
        var gates = plans.SelectMany(plan => plan.SecretStates, (plan, state) => (plan, state))
            .GroupBy(pair => pair.state.Change.Arn)
            .ToDictionary(group => group.Key, group => Count([.. group], now));
        var held = new Dictionary<ServicePlan, Reason>(ReferenceEqualityComparer.Instance);
        foreach (var plan in plans.Where(IsBeginning).OrderBy(plan => Precedence(plan)))
        {
            if (Stale(plan).Select(state => gates[state.Change.Arn].Refusal(plan))
                .FirstOrDefault(reason => reason is not null) is { } refusal)
            {
                held[plan] = refusal;
                continue;
            }

            foreach (var state in Stale(plan))
            {
                gates[state.Change.Arn].Begin();
            }
        }

        return [.. plans.Select(plan => !held.TryGetValue(plan, out var reason) ? plan
            : plan with { Decision = reason is Reason.Halted ? Decision.Notify : Decision.Later, Reason = reason })];
    }

    /// <summary>A service whose failure costs least: its circuit breaker rolls back, and half of its tasks stay. Never a daemon.</summary>
    public static bool IsSafeCanary(ServiceSnapshot service) => !service.IsDaemon && !service.CannotMove
        && (service.Settings.Strategy is not TrafficShift.Rolling || service.Settings.MinimumHealthyPercent >= SafeMinimumHealthy);

    /// <summary>What failed before an operator resumed is tried first. The order is the same in every invocation, so that two at once
    /// choose the same canaries.</summary>
    private static (bool, bool, int, bool, bool, int, string) Precedence(ServicePlan plan) => (
        !plan.SecretStates.Any(state => IsTriedAnew(plan, state)),
        !IsSafeCanary(plan.Service),
        plan.Service.Settings.MostStopped(plan.Service.DesiredCount),
        !plan.Service.Settings.RollsBack,
        plan.Service.DesiredCount < 2,
        plan.Service.DesiredCount,
        plan.Service.Arn);

    private static bool IsBeginning(ServicePlan plan) => plan.Decision is Decision.Redeploy or Decision.StopTasks;

    private static IEnumerable<SecretFreshness> Stale(ServicePlan plan) =>
        plan.SecretStates.Where(state => state.State is FreshnessState.Stale);

    private static bool IsTriedAnew(ServicePlan plan, SecretFreshness state) => state.State is FreshnessState.Stale
        && state.Change.ResumedAt > state.ChangedAt && plan.Service.FailuresSince(state.ChangedAt) > 0;

    private static bool HasFailed(ServicePlan plan, SecretFreshness state) =>
        state.State is FreshnessState.Failed || plan.Service.FailuresSince(state.FailuresCountSince) > 0;

    private Gate Count(IReadOnlyList<(ServicePlan Plan, SecretFreshness State)> members, DateTimeOffset now)
    {
        var gate = new Gate();
        var (oldest, hasFailedTasks) = (now, false);
        foreach (var (plan, state) in members)
        {
            if (state.State is FreshnessState.Fresh && plan.Service.Primary?.Rollout is not RolloutState.InProgress)
            {
                gate.Fresh++;
            }
            else if (state.IsOverdue(plan.Service, now, options.OverdueAfter))
            {
                // The others do not wait for it for ever. Where all new tasks run, something else keeps the old ones: scale-in protection,
                // or an early success that cleans up later.
                _ = plan.Service.RunsAllNewTasks && !plan.Service.IsReplacedByCodeDeploy(state.ChangedAt) ? gate.Fresh++ : gate.Failed++;
            }
            else if (state.State is FreshnessState.Rolling or FreshnessState.Fresh)
            {
                gate.InProgress++;
                hasFailedTasks |= plan.Service.Primary?.FailedTaskCount > 0;
                oldest = plan.Service.BegunSince(state.ChangedAt) is var begun && begun < oldest ? begun : oldest;
            }
            else if (state.State is FreshnessState.Failed or FreshnessState.Stale && HasFailed(plan, state))
            {
                gate.Failed++;
            }
        }

        var isFast = (members[0].State.Change.RolloutPace ?? options.RolloutPace) is RolloutPace.Fast;
        var limit = options.MaxRollouts ?? (isFast ? 20 : 10);
        var canaries = Math.Max(options.Canaries ?? (isFast ? 1 : 3), members.Count(member => IsTriedAnew(member.Plan, member.State)));
        gate.IsHalted = gate.Failed > 0
            && (gate.Fresh == 0 || (gate.Failed > 1 && 100 * gate.Failed > options.HaltPercent * (gate.Fresh + gate.Failed)));
        gate.IsPastCanaries = gate.Fresh > 0
            || (isFast && gate.InProgress > 0 && gate.Failed == 0 && !hasFailedTasks && now - oldest >= options.CanaryWait);
        gate.Places = Math.Max(0, (gate.IsPastCanaries ? limit : Math.Min(canaries, limit)) - gate.InProgress);

        // With unsafe services only, one of them has to go first.
        gate.TakesUnsafe = gate.IsPastCanaries || !members.Any(member => IsBeginning(member.Plan) && IsSafeCanary(member.Plan.Service));
        gate.Places = gate is { IsPastCanaries: false, TakesUnsafe: true }
            ? Math.Min(gate.Places, gate.InProgress > 0 ? 0 : 1) : gate.Places;
        return gate;
    }

    /// <summary>The services of one change, counted.</summary>
    private sealed class Gate
    {
        public int Fresh { get; set; }

        public int InProgress { get; set; }

        public int Failed { get; set; }

        public bool IsHalted { get; set; }

        public bool IsPastCanaries { get; set; }

        public bool TakesUnsafe { get; set; }

        public int Places { get; set; }

        /// <summary>Why a service may not begin now; null when it may.</summary>
        public Reason? Refusal(ServicePlan plan) =>
            IsHalted ? Reason.Halted
            : Places == 0 || (!TakesUnsafe && !IsSafeCanary(plan.Service)) ? IsPastCanaries ? Reason.WaitingForPlace
                : Reason.WaitingForCanary
            : null;

        public void Begin() => Places--;
    }
}
