namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>How a service stands towards one changed secret.</summary>
/// <param name="Change">The secret.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="ChangedAt">When the value changed that the service reads.</param>
/// <param name="StaleTasks">The ARNs of the tasks to blame, where the tasks were looked at.</param>
/// <param name="NeedsTasks">Whether looking at the tasks could tell more.</param>
internal sealed record SecretStanding(
    Change Change, Standing Standing, DateTimeOffset ChangedAt, IReadOnlyList<string> StaleTasks, bool NeedsTasks);
