namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class FleetGateTests
{
    private static readonly DateTimeOffset Now = Changed.AddMinutes(1);
    private static readonly RedeploymentOptions Careful = new() { RolloutPace = RolloutPace.Careful, MinimumInterval = TimeSpan.Zero };
    private static readonly RedeploymentOptions Fast = Careful with { RolloutPace = RolloutPace.Fast };

    [Theory]
    [InlineData(RolloutPace.Careful, 3)]
    [InlineData(RolloutPace.Fast, 1)]
    internal void Canaries_go_first(RolloutPace rollout, int canaries)
    {
        var plans = Admit(Careful with { RolloutPace = rollout }, StaleFleet(50));

        plans.Count(IsBeginning).ShouldBe(canaries);
        plans.Count(plan => plan.Reason is Reason.WaitingForCanary).ShouldBe(50 - canaries);
    }

    [Fact]
    public void A_secret_chooses_its_own_pace() =>
        Admit(Fast, StaleFleet(50), Change() with { RolloutPace = RolloutPace.Careful }).Count(IsBeginning).ShouldBe(3);

    [Theory]
    [InlineData(1, 0, 10)]
    [InlineData(1, 7, 3)]
    [InlineData(0, 3, 0)]
    [InlineData(0, 2, 1)]
    public void After_a_fresh_canary_so_many_are_in_progress(int fresh, int rolling, int begun) =>
        Admit(Careful, [.. StaleFleet(50), .. Fleet("f", fresh, Fresh), .. Fleet("r", rolling, Rolling)]).Count(IsBeginning)
            .ShouldBe(begun);

    [Theory]
    [InlineData(119, 0, 0)]
    [InlineData(120, 0, 19)]
    [InlineData(120, 1, 0)]
    public void A_fast_canary_is_waited_for_two_minutes_unless_its_tasks_fail(int seconds, int failedTasks, int begun)
    {
        var plans = PlansOf(Fast, [.. StaleFleet(50), Begun("r0", running: 1, failedTasks)], Change());

        new FleetGate(Fast).Admit(plans, After.AddSeconds(seconds)).Count(IsBeginning).ShouldBe(begun);
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(8, 2, false)]
    [InlineData(7, 2, true)]
    public void Failures_of_this_change_halt_it(int fresh, int failed, bool isHalted)
    {
        var plans = Admit(Careful, [.. StaleFleet(5), .. Fleet("f", fresh, Fresh), .. Fleet("x", failed, RolledBack)]);

        plans.Any(plan => plan.Reason is Reason.Halted).ShouldBe(isHalted);
        plans.Any(IsBeginning).ShouldBe(!isHalted);
    }

    [Fact]
    public void Failures_of_an_older_change_do_not_count()
    {
        var failedBefore = Fleet("x", 3, name => RolledBack(name) with { History = [Failed(Changed.AddMinutes(-5))] });

        Admit(Careful, [.. failedBefore, .. StaleFleet(47)]).Count(IsBeginning).ShouldBe(3);
    }

    [Theory]
    [InlineData(29, 0, false)]
    [InlineData(31, 0, true)]
    [InlineData(31, 1, true)]
    [InlineData(31, 2, false)] // All new tasks run, and the old ones are protected.
    public void A_rollout_that_takes_too_long_counts_as_failed(int minutes, int running, bool isHalted)
    {
        var slow = Fleet("r", 3, name => Begun(name, running));

        new FleetGate(Careful).Admit(PlansOf(Careful, [.. StaleFleet(5), .. slow], Change()), After.AddMinutes(minutes))
            .Any(plan => plan.Reason is Reason.Halted).ShouldBe(isHalted);
    }

    [Fact]
    public void An_operator_resumes_with_what_failed()
    {
        var resumed = Change() with { ResumedAt = Changed.AddSeconds(50) };

        var plans = Admit(Careful, [.. StaleFleet(40), .. Fleet("x", 5, RolledBack)], resumed);

        plans.Where(IsBeginning).ShouldAllBe(plan => plan.Service.Name.StartsWith('x'));
        plans.Count(IsBeginning).ShouldBe(5);
    }

    [Fact]
    public void Canaries_are_those_whose_failure_costs_least()
    {
        var unsafeFirst = StaleService("a") with { Settings = new() { MinimumHealthyPercent = 0 } };
        var daemon = StaleService("b") with { IsDaemon = true };
        var plain = StaleService("c");
        var withBreaker = StaleService("d") with { Settings = new() { RollsBack = true } };

        var losesHalf = withBreaker with
        {
            Name = "a2",
            Arn = $"{withBreaker.Arn}2",
            DesiredCount = 2,
            Settings = withBreaker.Settings with { MinimumHealthyPercent = 50 },
        };

        Admit(Fast, [unsafeFirst, daemon, plain, withBreaker]).Single(IsBeginning).Service.Name.ShouldBe("d");
        Admit(Fast, [unsafeFirst, losesHalf, plain]).Single(IsBeginning).Service.Name.ShouldBe("c", "no task of it is stopped first");
        Admit(Fast, [unsafeFirst, losesHalf with { DesiredCount = 1 }, plain]).Single(IsBeginning).Service.Name.ShouldBe("a2");
        Admit(Careful, [unsafeFirst, daemon, plain, withBreaker]).Where(IsBeginning).Select(plan => plan.Service.Name).ShouldBe(["c", "d"]);
        Admit(Careful, [unsafeFirst, daemon]).Count(IsBeginning).ShouldBe(1, "one has to go first");
    }

    [Fact]
    public void The_order_of_the_scan_does_not_matter()
    {
        var fleet = StaleFleet(20);

        var (one, other) = (Admit(Careful, fleet), Admit(Careful, [.. fleet.Reverse()]));

        one.Where(IsBeginning).Select(plan => plan.Service.Arn)
            .ShouldBe(other.Where(IsBeginning).Select(plan => plan.Service.Arn), ignoreOrder: true);
    }

    private static IReadOnlyList<ServicePlan> Admit(
        RedeploymentOptions options, IReadOnlyList<ServiceSnapshot> fleet, Change? change = null) =>
        new FleetGate(options).Admit(PlansOf(options, fleet, change ?? Change()), Now);

    private static IReadOnlyList<ServicePlan> PlansOf(RedeploymentOptions options, IReadOnlyList<ServiceSnapshot> fleet, Change change) =>
        [.. fleet.Select(service => new Planner(options).Plan(service, [change], Now)!)];

    private static bool IsBeginning(ServicePlan plan) => plan.Decision is Decision.Redeploy;

    private static IReadOnlyList<ServiceSnapshot> StaleFleet(int count) => Fleet("s", count, StaleService);

    private static IReadOnlyList<ServiceSnapshot> Fleet(string prefix, int count, Func<string, ServiceSnapshot> make) =>
        [.. Enumerable.Range(0, count).Select(i => make($"{prefix}{i}"))];

    private static ServiceSnapshot StaleService(string name) => Named(name, Unit(Before, Reference()));

    private static ServiceSnapshot Fresh(string name) => Named(name, Unit(After, Reference()));

    private static ServiceSnapshot Rolling(string name) => Named(name,
        Unit(After, Reference()) with { Rollout = RolloutState.InProgress }, Unit(Before, Reference()) with { IsPrimary = false });

    private static ServiceSnapshot Begun(string name, int running, int failedTasks = 0)
    {
        var service = Rolling(name);
        return service with { Units = [service.Units[0] with { RunningCount = running, FailedTaskCount = failedTasks }, service.Units[1]] };
    }

    private static ServiceSnapshot RolledBack(string name) => StaleService(name) with { History = [Failed(After)] };

    private static ServiceSnapshot Named(string name, params IReadOnlyList<ServiceUnit> units) =>
        Service(units) with { Name = name, Arn = $"arn:aws:ecs:eu-west-1:123456789012:service/blue/{name}" };
}
