namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>How a service stands towards one changed secret.</summary>
/// <param name="Change">The secret.</param>
/// <param name="FreshnessState">How it stands.</param>
/// <param name="ChangedAt">When the value changed that the service reads.</param>
/// <param name="StaleTasks">The ARNs of the tasks to blame, where the tasks were looked at.</param>
/// <param name="NeedsTasks">Whether looking at the tasks could tell more.</param>
internal sealed record SecretFreshness(
    Change Change, FreshnessState FreshnessState, DateTimeOffset ChangedAt, IReadOnlyList<string> StaleTasks, bool NeedsTasks);
