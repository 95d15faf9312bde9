namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class ServicePlanTests
{
    private static readonly IReadOnlyList<TaskSnapshot> Tasks = [Task("a", Before, Unit(Before))];

    [Fact]
    public void A_task_that_holds_two_old_values_is_named_once() =>
        Plan(Decision.Redeploy, Towards(tasks: ["a", "b"]), Towards(tasks: ["b", "c"])).StaleTasks.ShouldBe(["a", "b", "c"]);

    [Theory]
    [InlineData(Decision.StopTasks, false, true)]
    [InlineData(Decision.Redeploy, true, true)]
    [InlineData(Decision.Redeploy, false, false)]
    [InlineData(Decision.Skip, true, true)]
    internal void Tasks_are_read_where_they_decide_or_are_stopped(Decision decision, bool tellMore, bool needed)
    {
        var plan = Plan(decision, Towards(), Towards(needsTasks: tellMore));

        plan.NeedsTasks.ShouldBe(needed);
        (plan with { Service = plan.Service with { Tasks = Tasks } }).NeedsTasks.ShouldBeFalse("they were read");
    }

    [Fact]
    public void A_service_is_stale_since_the_last_of_the_changes_that_left_it_stale() =>
        Plan(Decision.Redeploy, Towards(at: Before), Towards(at: Changed), Towards(FreshnessState.Unverified, After))
            .StaleSince.ShouldBe(Changed);

    private static ServicePlan Plan(Decision decision, params IReadOnlyList<SecretFreshness> states) =>
        new(Stale(), decision, Reason.Stale, states, []);

    private static SecretFreshness Towards(
        FreshnessState state = FreshnessState.Stale, DateTimeOffset at = default, IReadOnlyList<string>? tasks = null,
        bool needsTasks = false) =>
        new(Change(), state, at, tasks ?? [], needsTasks);
}
