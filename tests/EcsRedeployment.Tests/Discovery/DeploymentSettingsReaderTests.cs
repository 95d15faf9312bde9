using Amazon.ECS;
using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

public sealed class DeploymentSettingsReaderTests
{
    [Fact]
    public void A_service_without_configuration_has_the_documented_defaults()
    {
        var settings = DeploymentSettingsReader.Read(null, isDaemon: false);

        settings.ShouldBe(new DeploymentSettings());
        (settings.Strategy, settings.MinimumHealthyPercent, settings.MaximumPercent).ShouldBe((TrafficShift.Rolling, 100, 200));
    }

    [Fact]
    public void A_daemon_stops_before_it_starts() =>
        DeploymentSettingsReader.Read(new(), isDaemon: true).ShouldBe(new() { MinimumHealthyPercent = 0, MaximumPercent = 100 });

    [Theory]
    [InlineData(true, true, false, false, true)]
    [InlineData(true, false, false, false, false)]
    [InlineData(false, true, false, false, false)]
    [InlineData(false, false, true, true, true)]
    [InlineData(false, false, false, true, false)]
    public void Reads_what_rolls_a_failed_deployment_back(
        bool breaker, bool breakerRollsBack, bool alarms, bool alarmsRollBack, bool rollsBack) =>
        DeploymentSettingsReader.Read(
            new()
            {
                DeploymentCircuitBreaker = new() { Enable = breaker, Rollback = breakerRollsBack },
                Alarms = new() { Enable = alarms, Rollback = alarmsRollBack },
            },
            isDaemon: false).RollsBack.ShouldBe(rollsBack);

    [Fact]
    public void A_linear_shift_takes_its_steps_and_its_bake_time() => Minutes(new()
    {
        Strategy = DeploymentStrategy.LINEAR,
        BakeTimeInMinutes = 15,
        LinearConfiguration = new() { StepPercent = 25, StepBakeTimeInMinutes = 10 },
    }).ShouldBe(45);

    [Fact]
    public void A_canary_shift_takes_its_canary_and_its_bake_time() =>
        Minutes(new()
        {
            Strategy = DeploymentStrategy.CANARY,
            BakeTimeInMinutes = 5,
            CanaryConfiguration = new() { CanaryBakeTimeInMinutes = 20 }
        }).ShouldBe(25);

    [Fact]
    public void A_pause_hook_may_take_its_time_out() => Minutes(new()
    {
        Strategy = DeploymentStrategy.BLUE_GREEN,
        BakeTimeInMinutes = 5,
        LifecycleHooks =
        [
            new() { TargetType = DeploymentLifecycleHookTargetType.PAUSE, TimeoutConfiguration = new() { TimeoutInMinutes = 60 } },
            new() { TargetType = DeploymentLifecycleHookTargetType.PAUSE },
            new() { TargetType = DeploymentLifecycleHookTargetType.AWS_LAMBDA },
        ],
    }).ShouldBe(5 + 60 + 1440);

    [Fact]
    public void A_strategy_of_the_future_is_unknown() =>
        DeploymentSettingsReader.Read(new() { Strategy = "SHADOW" }, isDaemon: false).Strategy.ShouldBe(TrafficShift.Unknown);

    [Theory]
    [InlineData(1, 50, 100, false)]
    [InlineData(1, 100, 100, false)]
    [InlineData(1, 100, 199, false)]
    [InlineData(1, 0, 100, true)]
    [InlineData(1, 100, 200, true)]
    [InlineData(3, 50, 100, true)]
    [InlineData(3, 67, 100, false)]
    [InlineData(3, 100, 134, true)]
    [InlineData(0, 100, 100, true)]
    public void A_deployment_moves_only_if_it_may_stop_or_start_a_task(int desired, int minimum, int maximum, bool moves) =>
        new DeploymentSettings { MinimumHealthyPercent = minimum, MaximumPercent = maximum }.CanMove(desired).ShouldBe(moves);

    private static double Minutes(DeploymentConfiguration configuration) =>
        DeploymentSettingsReader.Read(configuration, isDaemon: false).PlannedDuration.TotalMinutes;
}
