namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>Fires again and again after the same time.</summary>
/// <param name="Interval">That time.</param>
internal sealed record RateSchedule(TimeSpan Interval) : ScheduleExpression
{
    /// <inheritdoc/>
    public override DateTimeOffset? Next(DateTimeOffset time) => time + Interval;
}
