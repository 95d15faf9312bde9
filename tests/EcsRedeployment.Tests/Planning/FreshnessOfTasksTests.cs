namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class FreshnessOfTasksTests
{
    private const string OtherRevision = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7";
    private static readonly ServiceUnit Old = Unit(Before, Reference()) with { IsPrimary = false };
    private static readonly ServiceUnit New = Unit(Before.AddMinutes(10), Reference());

    [Fact]
    public void A_task_counts_with_the_deployment_that_started_it() =>
        FreshnessOf([Task("a", After, New), Task("b", Before, Old)], New, Old).ShouldBe(FreshnessState.Rolling);

    [Fact]
    public void A_task_of_an_unlisted_deployment_counts_by_its_revision()
    {
        var old = Old with { TaskDefinition = OtherRevision };

        FreshnessOf([Task("a", After, New), Task("b", Before, old) with { StartedBy = "ecs-svc/missing" }], New, old)
            .ShouldBe(FreshnessState.Rolling);
    }

    [Fact]
    public void A_task_whose_revision_runs_nowhere_else_counts_with_the_primary() =>
        FreshnessOf(
            [Task("a", After, New), Task("b", Before, Old) with { StartedBy = null, TaskDefinition = OtherRevision },
                Task("c", After, Old)], Old, New)
            .ShouldBe(FreshnessState.Stale);

    [Fact]
    public void A_task_created_at_the_moment_of_the_change_is_fresh()
    {
        FreshnessOf([Task("a", Changed, New)], New).ShouldBe(FreshnessState.Fresh);
        Freshness.Of(Service(New) with { Tasks = [Task("a", Changed, New), Task("b", Before, New)] }, Change())!.StaleTasks
            .ShouldBe(["arn:aws:ecs:eu-west-1:123456789012:task/blue/b"]);
    }

    [Fact]
    public void Unread_tasks_are_not_named() => Freshness.Of(Service(New), Change())!.StaleTasks.ShouldBeEmpty();

    [Theory]
    // created, updated, in progress: whether tasks have to be read, of a secret that may have changed an hour after it is known to have
    [InlineData(10, 59, false, FreshnessState.Unverified, true)]
    [InlineData(10, 60, false, FreshnessState.Unverified, true)]
    [InlineData(10, 20, true, FreshnessState.Unverified, true)]
    [InlineData(60, 60, true, FreshnessState.Fresh, true)]
    internal void An_uncertain_change_reads_tasks_by_the_same_rule(
        int created, int updated, bool inProgress, FreshnessState state, bool needsTasks)
    {
        var unit = Unit(Changed.AddMinutes(created), Reference()) with
        {
            UpdatedAt = Changed.AddMinutes(updated),
            Rollout = inProgress ? RolloutState.InProgress : RolloutState.Completed,
        };

        var found = Freshness.Of(Service(unit), Change(new ChangeTime(Changed, Changed.AddHours(1))))!;

        (found.State, found.NeedsTasks).ShouldBe((state, needsTasks));
    }

    [Fact]
    public void Tasks_are_read_once()
    {
        var mixed = New with { UpdatedAt = After };

        Freshness.Of(Service(mixed), Change())!.NeedsTasks.ShouldBeTrue();
        Freshness.Of(Service(mixed) with { Tasks = [Task("a", Before, mixed)] }, Change())!.NeedsTasks.ShouldBeFalse();
    }

    [Fact]
    public void Tasks_that_are_being_replaced_are_not_read()
    {
        var found = Freshness.Of(
            Service(Unit(After, Reference()) with { Rollout = RolloutState.InProgress }, Old with { UpdatedAt = After }), Change())!;

        (found.State, found.NeedsTasks).ShouldBe((FreshnessState.Rolling, false));
    }

    private static FreshnessState FreshnessOf(IReadOnlyList<TaskSnapshot> tasks, params IReadOnlyList<ServiceUnit> units) =>
        Freshness.Of(Service(units) with { Tasks = tasks }, Change()).ShouldNotBeNull().State;
}
