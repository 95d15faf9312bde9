namespace RotationLambdas.PostgresRotation.Tests.Timing;

public class TimeBudgetTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(30, 29)]
    [InlineData(0.3, 0)]
    public void A_second_of_what_Lambda_grants_is_kept_back(double seconds, double remaining)
    {
        var budget = new TimeBudget(TimeSpan.FromSeconds(seconds), _clock);

        (budget.Remaining, budget.IsSpent).ShouldBe((TimeSpan.FromSeconds(remaining), remaining == 0));
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
