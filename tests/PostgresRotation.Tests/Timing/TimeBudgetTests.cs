namespace RotationLambdas.PostgresRotation.Tests.Timing;

public class TimeBudgetTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_second_of_what_Lambda_grants_is_kept_back()
    {
        new TimeBudget(TimeSpan.FromSeconds(30), _clock).Remaining.ShouldBe(TimeSpan.FromSeconds(29));
    }

    [Fact]
    public void The_budget_runs_down_with_the_clock_and_never_below_nothing()
    {
        var budget = new TimeBudget(TimeSpan.FromSeconds(3), _clock);

        _clock.Advance(TimeSpan.FromSeconds(1.5));
        budget.Remaining.ShouldBe(TimeSpan.FromSeconds(0.5));
        budget.IsSpent.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(10));
        budget.Remaining.ShouldBe(TimeSpan.Zero);
        budget.IsSpent.ShouldBeTrue();
    }

    [Fact]
    public void A_budget_of_less_than_the_reserve_is_spent_from_the_start()
    {
        new TimeBudget(TimeSpan.FromMilliseconds(300), _clock).IsSpent.ShouldBeTrue();
    }

    [Fact]
    public void A_wait_is_cut_to_what_is_left()
    {
        var budget = new TimeBudget(TimeSpan.FromSeconds(4), _clock);

        budget.AtMost(TimeSpan.FromSeconds(2)).ShouldBe(TimeSpan.FromSeconds(2));
        budget.AtMost(TimeSpan.FromSeconds(20)).ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_part_ends_no_later_than_the_whole()
    {
        var budget = new TimeBudget(TimeSpan.FromSeconds(6), _clock);

        budget.Part(TimeSpan.FromSeconds(2)).Remaining.ShouldBe(TimeSpan.FromSeconds(2));
        budget.Part(TimeSpan.FromSeconds(60)).Remaining.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_pause_that_would_use_up_the_rest_is_not_made()
    {
        var budget = new TimeBudget(TimeSpan.FromSeconds(2), _clock);

        (await budget.TryPauseAsync(TimeSpan.FromSeconds(1), CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_pause_that_leaves_time_is_made()
    {
        var budget = new TimeBudget(TimeSpan.FromSeconds(60), TimeProvider.System);

        (await budget.TryPauseAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None)).ShouldBeTrue();
    }
}
