namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>An operator reports that a secret changed. Its LastChangedDate is taken for the date of the change.</summary>
/// <param name="SecretId">The secret's ARN or name.</param>
/// <param name="DryRun">Whether to report what would be done, and do nothing.</param>
internal sealed record ManualRequest(string SecretId, bool DryRun) : Trigger
{
    /// <summary>When it was asked, where the request travelled in a message of the function to itself.</summary>
    public DateTimeOffset? RequestedAt { get; init; }
}
