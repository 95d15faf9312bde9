namespace RotationLambdas.EcsRedeployment.Triggers;

/// <summary>The event that a rule of EventBridge, or a schedule of EventBridge Scheduler, sends by the clock.</summary>
internal static class ScheduledSweep
{
    /// <summary>Reads the event; null when it is another.</summary>
    public static Trigger? Read(EventEnvelope e) =>
        e is { Source: "aws.events" or "aws.scheduler", DetailType: "Scheduled Event" } ? new Sweep(DryRun: false) : null;
}
