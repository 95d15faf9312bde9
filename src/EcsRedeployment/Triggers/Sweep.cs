namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>The sweep: periodic reconciliation of every service and every secret that one refers to. It finds what lost events leave
/// behind.</summary>
/// <param name="DryRun">Whether to report what would be done, and do nothing.</param>
internal sealed record Sweep(bool DryRun) : Trigger;
