namespace RotationLambdas.EcsRedeployment.Tests.Discovery;

public sealed class DeploymentHistoryTests : IDisposable
{
    private const string Service = $"{FakeEcs.Home}:service/blue/web";
    private readonly EagerClock _clock = new(Noon);
    private readonly FakeEcs _ecs;
    private readonly EcsCalls _calls;

    public DeploymentHistoryTests()
    {
        _ecs = new FakeEcs(_clock);
        _calls = new EcsCalls(_ecs, _ecs, new RedeploymentOptions(), _clock);
    }

    public void Dispose()
    {
        _calls.Dispose();
        _ecs.Dispose();
    }

    [Theory]
    [InlineData("SUCCESSFUL", null, null, null, "Succeeded", "None")]
    [InlineData("IN_PROGRESS", null, null, null, "InProgress", "None")]
    [InlineData("STOP_IN_PROGRESS", null, null, null, "InProgress", "None")]
    [InlineData("STOPPED", "TRIGGERED", null, null, "Stopped", "CircuitBreaker")]
    [InlineData("ROLLBACK_SUCCESSFUL", "TRIGGERED", null, null, "RolledBack", "CircuitBreaker")]
    [InlineData("ROLLBACK_SUCCESSFUL", "DISABLED", null, "Service deployment rolled back because the circuit breaker threshold was "
        + "exceeded.", "RolledBack",
        "CircuitBreaker")]
    [InlineData("ROLLBACK_IN_PROGRESS", null, "TRIGGERED", null, "RollingBack", "Alarm")]
    [InlineData("ROLLBACK_FAILED", null, null, "Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed.",
        "RolledBack", "Hook")]
    [InlineData("ROLLBACK_SUCCESSFUL", null, null, "Rolled back because PRE_SCALE_UP pause hook timed out.", "RolledBack", "Hook")]
    [InlineData("ROLLBACK_SUCCESSFUL", null, null, "Rolled back because of invalid networking configuration.", "RolledBack",
        "Configuration")]
    [InlineData("ROLLBACK_REQUESTED", "MONITORING", "MONITORING", null, "RollingBack", "Person")]
    [InlineData("STOPPED", "MONITORING_COMPLETE", null, null, "Stopped", "Person")]
    public async Task Reads_how_a_deployment_ended_and_why(
        string status, string? breaker, string? alarm, string? reason, string state, string cause)
    {
        _ecs.AddPast(Service, Noon.AddHours(-1), status, breaker, alarm, reason);

        var read = (await ReadAsync(Yesterday)).ShouldHaveSingleItem();

        (read.State.ToString(), read.Cause.ToString()).ShouldBe((state, cause));
    }

    [Fact]
    public async Task A_stopped_deployment_with_a_newer_one_was_superseded()
    {
        _ecs.AddPast(Service, Noon.AddHours(-2), "STOPPED", "DISABLED");
        _ecs.AddPast(Service, Noon.AddHours(-1), "SUCCESSFUL");

        (await ReadAsync(Yesterday)).Select(deployment => deployment.Cause).ShouldBe([EndCause.None, EndCause.Superseded]);
    }

    [Fact]
    public async Task Reads_at_most_89_days_back()
    {
        _ecs.AddPast(Service, Noon.AddDays(-88), "ROLLBACK_SUCCESSFUL", "TRIGGERED");

        (await ReadAsync(Noon.AddDays(-100))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Describes_twenty_deployments_a_call_and_none_that_succeeded()
    {
        Enumerable.Range(0, 41).ToList()
            .ForEach(i => _ecs.AddPast(Service, Noon.AddHours(-1).AddSeconds(i), "ROLLBACK_SUCCESSFUL", "TRIGGERED"));
        _ecs.AddPast(Service, Noon, "SUCCESSFUL");

        (await ReadAsync(Yesterday)).Count.ShouldBe(42);

        _ecs.CountOf("DescribeServiceDeployments").ShouldBe(3);
    }

    private Task<IReadOnlyList<PastDeployment>> ReadAsync(DateTimeOffset since) =>
        new DeploymentHistory(_calls, new(new FakeCodeDeploy()), _clock).ReadAsync(
        new ServiceSnapshot { Arn = Service, Cluster = "blue", Name = "web" }, since, CancellationToken.None);
}
