using RotationLambdas.EcsRedeployment.Changes;
using RotationLambdas.EcsRedeployment.Outcomes;
using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.Rollout;
using static RotationLambdas.EcsRedeployment.Tests.Planning.Given;

namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class SecretReportTests
{
    [Fact]
    public void A_secret_stands_as_its_worst_service_does()
    {
        var secret = Of(Report(ServiceState.Fresh), Report(ServiceState.Rolling), Report(ServiceState.Fresh));

        secret.State.ShouldBe(ServiceState.Rolling);
        secret.CountOf(ServiceState.Fresh).ShouldBe(2);
    }

    [Fact]
    public void A_secret_that_nobody_holds_is_no_matter()
    {
        Of().State.ShouldBe(ServiceState.NotConcerned);
        Of().ChangedAt.ShouldBeNull();
    }

    [Fact]
    public void A_secret_changed_when_the_last_value_changed_that_a_service_reads() =>
        Of(Report(ServiceState.Fresh, Before), Report(ServiceState.Fresh, After), Report(ServiceState.Fresh, Changed)).ChangedAt.ShouldBe(After);

    [Fact]
    public void A_time_that_is_not_known_or_will_never_be_counts_for_nothing()
    {
        Of(Report(ServiceState.Fresh, DateTimeOffset.MinValue), Report(ServiceState.Fresh, DateTimeOffset.MaxValue)).ChangedAt.ShouldBeNull();
        Of(Report(ServiceState.Fresh, DateTimeOffset.MaxValue), Report(ServiceState.Fresh, Before)).ChangedAt.ShouldBe(Before);
    }

    private static SecretReport Of(params ServiceReport[] services) => new(new ChangeOrigin(Change(), null, []), services);

    private static ServiceReport Report(ServiceState state, DateTimeOffset? changedAt = null)
    {
        var freshness = Freshness.Of(Stale(), Change())! with { ChangedAt = changedAt ?? Changed };
        return new(new(new(Stale(), Decision.Skip, Reason.AlreadyFresh, [freshness], []), RolloutOutcome.NotTried), freshness, state);
    }
}
