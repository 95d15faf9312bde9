using static RotationLambdas.EcsRedeployment.Tests.Planning.Given;

namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class FreshnessTests
{
    private static readonly ServiceUnit New = Unit(After, Reference());

    [Fact]
    public void A_deployment_that_was_rolled_back_to_leaves_the_service_stale() =>
        FreshnessOf(Service(Unit(Before, Reference()), Unit(After, Reference()) with { IsPrimary = false, TaskCount = 0 }))
            .ShouldBe(FreshnessState.Stale);

    [Fact]
    public void Old_tasks_that_never_had_the_secret_do_not_matter() =>
        FreshnessOf(Service(New, Unit(Before) with { IsPrimary = false })).ShouldBe(FreshnessState.Fresh);

    [Fact]
    public void A_deployment_created_at_the_moment_of_the_change_is_fresh() =>
        FreshnessOf(Service(Unit(Changed, Reference()))).ShouldBe(FreshnessState.Fresh);

    [Fact]
    public void A_service_without_deployments_holds_nothing() => Freshness.Of(Service(), Change()).ShouldBeNull();

    [Theory]
    // created, updated, in progress: whether tasks have to be read
    [InlineData(-60, -50, false, false)] // nothing happened since the change: all tasks are old
    [InlineData(-60, 10, false, true)]   // something happened: some may have been replaced
    [InlineData(-60, -50, true, true)]   // was rolling out when the secret changed
    [InlineData(10, 20, true, true)]     // younger than the change: a rollback may have kept old tasks
    public void Tasks_are_read_only_where_a_deployment_may_be_mixed(int created, int updated, bool inProgress, bool needsTasks)
    {
        var unit = Unit(Changed.AddMinutes(created), Reference()) with
        {
            UpdatedAt = Changed.AddMinutes(updated),
            Rollout = inProgress ? RolloutState.InProgress : RolloutState.Completed,
        };

        Freshness.Of(Service(unit), Change())!.NeedsTasks.ShouldBe(needsTasks);
    }

    [Fact]
    public void Tasks_are_not_read_where_none_reads_the_value()
    {
        var stopped = Unit(Before, Reference()) with { TaskCount = 0, UpdatedAt = After };
        var pinned = Unit(Before, Reference($"{SecretArn}:::{VersionId}")) with { UpdatedAt = After };

        Freshness.Of(Service(stopped), Change())!.NeedsTasks.ShouldBeFalse();
        Freshness.Of(Service(pinned), Change())!.NeedsTasks.ShouldBeFalse();
    }

    [Fact]
    public void A_deployment_without_listed_tasks_is_judged_by_its_age() =>
        FreshnessOf(Service(Unit(Before, Reference())) with { Tasks = [] }).ShouldBe(FreshnessState.Stale);

    [Fact]
    public void A_secret_that_was_only_touched_is_only_reported()
    {
        var touched = new ChangeTime(Changed, Changed.AddDays(1));

        Freshness.Of(Service(Unit(After, Reference())), Change(touched))!.State.ShouldBe(FreshnessState.Unverified);
        Freshness.Of(Service(Unit(Before, Reference())), Change(touched))!.State.ShouldBe(FreshnessState.Stale);
        Freshness.Of(Service(Unit(Changed.AddDays(2), Reference())), Change(touched))!.State.ShouldBe(FreshnessState.Fresh);
    }

    [Theory]
    [InlineData(2, Reason.Stale)]
    [InlineData(3, Reason.RolloutFailed)]
    internal void A_service_is_not_deployed_after_too_many_failures(int failed, Reason reason)
    {
        var service = Stale() with { History = [.. Enumerable.Repeat(Failed(After), failed), Failed(Before)] };

        new Planner(new RedeploymentOptions { RolloutAttempts = 3, MinimumInterval = TimeSpan.Zero })
            .Plan(service, [Change()])!.Reason.ShouldBe(reason);
    }

    private static FreshnessState FreshnessOf(ServiceSnapshot service) => Freshness.Of(service, Change()).ShouldNotBeNull().State;
}
