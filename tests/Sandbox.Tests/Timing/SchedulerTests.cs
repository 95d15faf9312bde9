namespace RotationLambdas.Sandbox.Tests.Timing;

public sealed class SchedulerTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(TestTime.Start);
    private readonly Scheduler _scheduler;
    private readonly List<string> _done = [];

    public SchedulerTests() => _scheduler = new Scheduler(_clock);

    public void Dispose() => _scheduler.Dispose();

    [Fact]
    public void Entries_run_in_the_order_of_their_time()
    {
        Plan(3, "three");
        Plan(1, "one");
        Plan(2, "two");

        _clock.Advance(TimeSpan.FromSeconds(10));

        _done.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public void A_clock_jump_runs_each_entry_with_its_own_time()
    {
        var start = _clock.GetUtcNow();
        List<double> seconds = [];
        void Every(DateTimeOffset due)
        {
            seconds.Add((due - start).TotalSeconds);
            _scheduler.At(due.AddSeconds(10), Every);
        }

        _scheduler.At(start.AddSeconds(10), Every);
        _clock.Advance(TimeSpan.FromSeconds(35));

        seconds.ShouldBe([10, 20, 30]);
    }

    [Fact]
    public void A_failing_entry_does_not_stop_the_others()
    {
        List<string> failures = [];
        _scheduler.Failed += (_, failure) => failures.Add(((Exception)failure.ExceptionObject).Message);
        _scheduler.At(_clock.GetUtcNow().AddSeconds(1), _ => throw new InvalidOperationException("no"));
        Plan(2, "two");

        _clock.Advance(TimeSpan.FromSeconds(3));

        failures.ShouldBe(["no"]);
        _done.ShouldBe(["two"]);
    }

    [Fact]
    public void After_its_end_it_runs_nothing()
    {
        Plan(1, "one");
        _scheduler.Dispose();
        Plan(1, "two");

        _clock.Advance(TimeSpan.FromSeconds(3));

        _done.ShouldBeEmpty();
    }

    private void Plan(double seconds, string name) => _scheduler.At(_clock.GetUtcNow().AddSeconds(seconds), _ => _done.Add(name));
}
