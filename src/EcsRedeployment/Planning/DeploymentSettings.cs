namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>A service's deployment configuration, as far as it decides how a deployment runs and ends.</summary>
internal sealed record DeploymentSettings
{
    /// <summary>How traffic moves from old to new tasks.</summary>
    public TrafficShift Strategy { get; init; }

    /// <summary>Share of the desired count that stays healthy during a rolling deployment. Below 50 a bad value costs running
    /// tasks.</summary>
    public int MinimumHealthyPercent { get; init; } = 100;

    /// <summary>Share of the desired count that may run or start during a rolling deployment.</summary>
    public int MaximumPercent { get; init; } = 200;

    /// <summary>Whether the circuit breaker, or an alarm, rolls a failed deployment back.</summary>
    public bool RollsBack { get; init; }

    /// <summary>Time that a deployment spends on purpose: bake times, steps of the traffic shift and pause hooks up to their time-out. Old
    /// tasks live that long, so a deployment is overdue only after it.</summary>
    public TimeSpan PlannedDuration { get; init; }

    /// <summary>Whether a rolling deployment can stop an old task or start a new one at all. With a desired count of 1, a minimum of 50 %
    /// (rounded up to 1) and a maximum of 100 % it can do neither.</summary>
    public bool CanMove(int desiredCount) => Strategy is not TrafficShift.Rolling || desiredCount == 0
        || MostStopped(desiredCount) > 0
        || MaximumPercent * desiredCount / 100 > desiredCount;

    /// <summary>How many old tasks Amazon ECS may stop before new ones run: what a value that does not work costs.</summary>
    public int MostStopped(int desiredCount) => Strategy is not TrafficShift.Rolling ? 0
        : desiredCount - Math.Min(desiredCount, (MinimumHealthyPercent * desiredCount + 99) / 100);
}
