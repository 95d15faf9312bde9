namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>Look everywhere: at every service, and at every secret that one refers to. It finds what lost events leave behind.</summary>
/// <param name="DryRun">Whether to say what would be done, and do nothing.</param>
internal sealed record Sweep(bool DryRun) : Trigger;
