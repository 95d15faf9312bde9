namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A row of the decision table: the decision when its condition holds and that of no row above it does.</summary>
/// <param name="When">The condition in words; docs/explanation/freshness.md has the same.</param>
internal sealed record PlanRow(string When, Func<PlanFacts, bool> Holds, Decision Decision, Reason Reason);

/// <summary>The decision table about a service, first match wins. <see cref="FleetGate"/> may hold a deployment back afterwards.</summary>
internal static class PlanTable
{
    public static IReadOnlyList<PlanRow> Rows { get; } =
    [
        new("the service is draining or deleted, and not settled", f =>
            f is { IsInactive: true, IsSettled: false }, Decision.Skip, Reason.NotActive),

        // A task holds an old value, and no deployment replaces it.
        new("stale; a secret that Amazon ECS reads for a new task is deleted or lacks the label", f =>
            f is { IsStale: true, IsSecretMissing: true }, Decision.Notify, Reason.SecretMissing),
        new("stale; `rotation:redeploy` is `false`", f => IsStale(f, RedeployMode.Never), Decision.Skip, Reason.OptedOut),
        new("stale; `rotation:redeploy` is `notify`", f => IsStale(f, RedeployMode.Notify), Decision.Notify, Reason.NotifyOnly),
        new("stale; `rotation:redeploy` has another value", f =>
            IsStale(f, RedeployMode.Unknown), Decision.Notify, Reason.TagNotUnderstood),
        new("stale; `rotation:window` cannot be read", f =>
            f is { IsStale: true, Service.Tags.Window.IsValid: false }, Decision.Notify, Reason.WindowNotUnderstood),
        new("stale; AWS CodeDeploy deploys it, and `CODE_DEPLOY_SERVICES` is `report`", f =>
            IsStale(f, ControllerKind.CodeDeploy) && !f.DeploysWithCodeDeploy, Decision.Notify, Reason.CodeDeployController),
        new("stale; a third party deploys it", f => IsStale(f, ControllerKind.External), Decision.Notify, Reason.ExternalController),
        new("stale; Express Mode manages it", f =>
            f is { IsStale: true, Service.IsManaged: true } && !StopsTasks(f), Decision.Notify, Reason.ManagedByEcs),
        new("stale; its revision is deregistered", f =>
            f is { IsStale: true, IsDeregistered: true } && !StopsTasks(f), Decision.Notify, Reason.RevisionDeregistered),
        new("stale; a person stopped the deployment since the change", f =>
            f is { IsStale: true, WasStoppedByPerson: true }, Decision.Skip, Reason.StoppedByOperator),
        new("stale; it is being rolled back", f => f is { IsStale: true, IsRollingBack: true }, Decision.Later, Reason.RollbackInProgress),
        new("stale; a release from before the change has failed, or a deployment from before it is overdue", f =>
            f.IsStale && (f.IsForeignFailed || f.IsForeignOverdue), Decision.Notify, Reason.ForeignDeploymentStuck),
        new("stale; a deployment from before the change is in progress", f =>
            f is { IsStale: true, IsForeignInProgress: true }, Decision.Later, Reason.ForeignDeployment),
        new("stale; too many deployments failed since the change", f =>
            f is { IsStale: true, HasNoAttemptLeft: true }, Decision.Notify, Reason.RolloutFailed),
        new("stale; its maintenance window is closed", f =>
            f is { IsStale: true, IsWindowClosed: true }, Decision.Later, Reason.WindowClosed),
        new("stale; `rotation:redeploy` is `stop-tasks`", f => f.IsStale && StopsTasks(f), Decision.StopTasks, Reason.Stale),
        new("stale; five deployments are active", f =>
            f is { IsStale: true, HasTooManyDeployments: true }, Decision.Later, Reason.TooManyDeployments),
        new("stale; it was deployed a short while ago", f =>
            f is { IsStale: true, IsTooSoon: true }, Decision.Later, Reason.MinimumInterval),
        new("stale", f => f.IsStale, Decision.Redeploy, Reason.Stale),

        new("the deployment since the change fails", f => f.Has(FreshnessState.Failed), Decision.Notify, Reason.RolloutFailed),
        new("a document names the secret", f => f.Has(FreshnessState.Indirect), Decision.Notify, Reason.IndirectReference),
        new("the deployment since the change goes on", f => f.Has(FreshnessState.Rolling), Decision.Skip, Reason.RollingOut),
        new("unverified", f => f.Has(FreshnessState.Unverified), Decision.Skip, Reason.Unverified),
        new("pinned", f => f.Has(FreshnessState.Pinned), Decision.Skip, Reason.PinnedVersion),
        new("fresh", f => f.Has(FreshnessState.Fresh), Decision.Skip, Reason.AlreadyFresh),
        new("no task runs", f => f.Has(FreshnessState.NoRunningTasks), Decision.Skip, Reason.NoRunningTasks),
        new("another label", f => f.Has(FreshnessState.OtherStage), Decision.Skip, Reason.OtherStage),
        new("only the image pull", _ => true, Decision.Skip, Reason.OnlyAtImagePull),
    ];

    private static bool IsStale(PlanFacts facts, RedeployMode mode) => facts.IsStale && facts.Service.Tags.Mode == mode;

    /// <summary>Stopping tasks works with every deployment controller: its task sets replace a stopped task.</summary>
    private static bool IsStale(PlanFacts facts, ControllerKind controller) =>
        facts.IsStale && facts.Service.Controller == controller && !StopsTasks(facts);

    private static bool StopsTasks(PlanFacts facts) => facts.Service.Tags.Mode is RedeployMode.StopTasks;
}
