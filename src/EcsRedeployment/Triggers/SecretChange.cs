namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>A secret may have changed.</summary>
/// <param name="SecretId">The secret's ARN, or its name where the event has only that.</param>
/// <param name="Label">The staging label that moved. Null when the event does not name it; then the secret's own dates count.</param>
/// <param name="VersionId">The version that the label moved to, when the event names it.</param>
/// <param name="MovedBy">The moment by which the label had moved; null when the event does not have it.</param>
internal sealed record SecretChange(
    string SecretId, string? Label, string? VersionId, DateTimeOffset? MovedBy, string Account, string Region) : Trigger
{
    /// <summary>The label that references read when they name none.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The label of a version that a rotation is making: no task reads it.</summary>
    public const string Pending = "AWSPENDING";

    /// <summary>The label of the version before the current one: it moves whenever AWSCURRENT does.</summary>
    public const string Previous = "AWSPREVIOUS";
}
