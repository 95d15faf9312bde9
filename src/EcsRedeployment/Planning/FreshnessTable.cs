namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A row of the decision table: the state that applies when its condition holds and that of no row above it does.</summary>
/// <param name="When">The condition in words; docs/explanation/freshness.md has the same.</param>
internal sealed record FreshnessRow(string When, Func<FreshnessFacts, bool> Holds, FreshnessState State);

/// <summary>The decision table of freshness, first match wins.</summary>
internal static class FreshnessTable
{
    public static IReadOnlyList<FreshnessRow> Rows { get; } =
    [
        new("only a document that the service reads names the secret", f => !f.ReadsMovedLabel && f.IsIndirect, FreshnessState.Indirect),
        new("a reference names a version that is not the current one", f => !f.ReadsMovedLabel && f.IsPinned, FreshnessState.Pinned),
        new("only the image pull reads the secret", f => !f.ReadsMovedLabel && f.IsOnlyAtImagePull, FreshnessState.OnlyAtImagePull),
        new("its references name a label that did not move", f => !f.ReadsMovedLabel, FreshnessState.OtherStage),
        new("no task runs, and the deployment since the change fails",
            f => !f.RunsTasks && f is { IsDeployedSinceChange: true, Fails: true, IsFirstValue: false }, FreshnessState.Failed),
        new("no task runs, and the deployment from before the change fails",
            f => !f.RunsTasks && f is { IsDeployedSinceChange: false, Fails: true, ShouldRun: true }, FreshnessState.Stale),
        new("no task runs", f => !f.RunsTasks, FreshnessState.NoRunningTasks),
        new("a task is older than the change, and no deployment replaces it: none began since, or it was rolled back",
            f => f is { HasStaleTask: true, IsBeingReplaced: false }, FreshnessState.Stale),
        new("a task is older than the change, and the deployment that should replace it began before the change and fails",
            f => f is { HasStaleTask: true, Fails: true, IsDeployedSinceChange: false }, FreshnessState.Stale),
        new("a task is older than the change, and the deployment since failed before an operator resumed the rollout",
            f => f is { HasStaleTask: true, Fails: true, IsResumed: true }, FreshnessState.Stale),
        new("a task is older than the change, and the deployment since fails", f =>
            f is { HasStaleTask: true, Fails: true }, FreshnessState.Failed),
        new("a task is older than the change, and the deployment since goes on", f => f.HasStaleTask, FreshnessState.Rolling),
        new("no task is older than the change, but one is older than the secret's last modification", f =>
            f.HasUnverifiedTask, FreshnessState.Unverified),
        new("every task is younger than the change, and the deployment since fails",
            f => f is { IsDeployedSinceChange: true, Fails: true, IsFirstValue: false }, FreshnessState.Failed),
        new("every task is younger than the change", _ => true, FreshnessState.Fresh),
    ];
}
