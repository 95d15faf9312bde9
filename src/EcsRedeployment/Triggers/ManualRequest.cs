namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>An operator says that a secret changed. The last date at which it was modified in any way is taken for the date of the change.</summary>
/// <param name="SecretId">The secret's ARN or name.</param>
/// <param name="DryRun">Whether to say what would be done, and do nothing.</param>
internal sealed record ManualRequest(string SecretId, bool DryRun) : Trigger;
