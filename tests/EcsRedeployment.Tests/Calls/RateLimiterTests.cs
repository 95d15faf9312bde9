using RotationLambdas.EcsRedeployment.Calls;
using RotationLambdas.EcsRedeployment.Tests.Fakes;

namespace RotationLambdas.EcsRedeployment.Tests.Calls;

public sealed class RateLimiterTests
{
    private readonly EagerClock _clock = new(Fixture.Noon);

    [Fact]
    public async Task A_burst_is_free_and_what_follows_keeps_the_rate()
    {
        var pace = new RateLimiter(perSecond: 10, burst: 20, _clock);

        await TakeAsync(pace, 20);
        _clock.Waited.ShouldBe(TimeSpan.Zero);

        await TakeAsync(pace, 10);
        _clock.Waited.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_pause_saves_no_more_than_a_burst()
    {
        var pace = new RateLimiter(perSecond: 10, burst: 20, _clock);
        await TakeAsync(pace, 20);
        _clock.Advance(TimeSpan.FromHours(1));

        await TakeAsync(pace, 30);

        _clock.Waited.ShouldBe(TimeSpan.FromSeconds(1));
    }

    private static async Task TakeAsync(RateLimiter pace, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await pace.WaitAsync(CancellationToken.None);
        }
    }
}
