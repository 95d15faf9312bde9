namespace RotationLambdas.EcsRedeployment.Tests.Calls;

public sealed class RateLimiterTests
{
    private readonly EagerClock _clock = new(Fixture.Noon);

    [Fact]
    public async Task A_burst_is_free_the_rest_keeps_the_rate_and_a_pause_saves_one_burst()
    {
        var limiter = new RateLimiter(perSecond: 10, burst: 20, _clock);

        await TakeAsync(limiter, 20);
        _clock.Waited.ShouldBe(TimeSpan.Zero);

        await TakeAsync(limiter, 10);
        _clock.Waited.ShouldBe(TimeSpan.FromSeconds(1));

        _clock.Advance(TimeSpan.FromHours(1));
        await TakeAsync(limiter, 30);
        _clock.Waited.ShouldBe(TimeSpan.FromSeconds(2));
    }

    private static async Task TakeAsync(RateLimiter limiter, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await limiter.WaitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Nothing_is_begun_when_the_time_is_over()
    {
        var limiter = new RateLimiter(perSecond: 1, burst: 5, TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(() => limiter.WaitAsync(new CancellationToken(canceled: true)));
    }
}
