namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class SecretReportTests
{
    [Theory]
    [InlineData(SecretState.Fresh, ServiceState.Fresh, ServiceState.NotConcerned)]
    [InlineData(SecretState.NoConsumers, ServiceState.NotConcerned, ServiceState.NotConcerned)]
    [InlineData(SecretState.Rolling, ServiceState.Fresh, ServiceState.Rolling)]
    [InlineData(SecretState.Rolling, ServiceState.Failed, ServiceState.Rolling)]
    [InlineData(SecretState.Halted, ServiceState.Halted, ServiceState.Rolling)]
    [InlineData(SecretState.Failed, ServiceState.Overdue, ServiceState.Fresh)]
    [InlineData(SecretState.Failed, ServiceState.Failed, ServiceState.NeedsAttention)]
    [InlineData(SecretState.Partial, ServiceState.Excluded, ServiceState.Fresh)]
    [InlineData(SecretState.Partial, ServiceState.NeedsAttention, ServiceState.Deferred)]
    [InlineData(SecretState.Deferred, ServiceState.Deferred, ServiceState.Unverified)]
    [InlineData(SecretState.Unverified, ServiceState.Unverified, ServiceState.Fresh)]
    internal void The_most_urgent_service_decides(SecretState state, ServiceState one, ServiceState other)
    {
        Of(Report(one), Report(other)).State.ShouldBe(state);
        Of(Report(other), Report(one)).IsFinal.ShouldBe(state is not SecretState.Rolling);
    }

    [Fact]
    public void Nobody_reads_a_secret_without_services() => Of().State.ShouldBe(SecretState.NoConsumers);

    [Theory]
    [InlineData(true, SecretState.Rolling)]
    [InlineData(true, SecretState.Rolling, "AWS refused ecs:ListServices.")]
    [InlineData(false, SecretState.Partial, "AWS refused ecs:ListServices.")]
    internal void What_nobody_may_read_leaves_the_secret_partial(bool isUnfinished, SecretState state, params string[] unreadable)
    {
        var scope = new ScanScope([], 0, isUnfinished, unreadable);

        (Of(Report(ServiceState.Fresh)) with { Scope = scope }).State.ShouldBe(state);
        (Of() with { Scope = scope }).State.ShouldBe(state);
    }

    [Fact]
    public void A_stale_task_outside_services_leaves_the_secret_partial()
    {
        var task = new StandaloneTask("arn:task", "arn:cluster", "family:job", null, Before, [Reference()]);

        (Of(Report(ServiceState.Fresh)) with { Standalone = [task] }).State.ShouldBe(SecretState.Partial);
    }

    [Fact]
    public void A_secret_changed_when_the_last_value_changed_that_a_service_reads() =>
        Of(Report(ServiceState.Fresh, Before), Report(ServiceState.Fresh, After), Report(ServiceState.Fresh, Changed))
            .ChangedAt.ShouldBe(After);

    [Fact]
    public void A_time_that_is_not_known_or_will_never_be_counts_for_nothing()
    {
        Of(Report(ServiceState.Fresh, DateTimeOffset.MinValue), Report(ServiceState.Fresh, DateTimeOffset.MaxValue))
            .ChangedAt.ShouldBeNull();
        Of(Report(ServiceState.Fresh, DateTimeOffset.MaxValue), Report(ServiceState.Fresh, Before)).ChangedAt.ShouldBe(Before);
    }

    private static SecretReport Of(params ServiceReport[] services) =>
        new(new ChangeOrigin(Change(), null, []), services, new ScanScope([], 0, false, []));

    private static ServiceReport Report(ServiceState state, DateTimeOffset? changedAt = null)
    {
        var freshness = Freshness.Of(Stale(), Change())! with { ChangedAt = changedAt ?? Changed };
        return new(new(new(Stale(), Decision.Skip, Reason.AlreadyFresh, [freshness], []), RolloutOutcome.NotTried), freshness, state);
    }
}
