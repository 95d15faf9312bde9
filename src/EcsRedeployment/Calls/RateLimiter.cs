namespace RotationLambdas.EcsRedeployment.Calls;

/// <summary>Keeps calls below a rate: a token bucket that is full at first. Amazon ECS throttles each kind of call by such a bucket for an
/// account and Region (Amazon ECS API Reference, "Request throttling for the Amazon ECS API"), which other callers drain as
/// well.</summary>
/// <param name="perSecond">How many calls a second, over time.</param>
/// <param name="burst">How many at once after a pause.</param>
internal sealed class RateLimiter(int perSecond, int burst, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1.0 / perSecond);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <exception cref="OperationCanceledException">The time of the work is over: nothing more is begun.</exception>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan delay;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var earliest = now - (_interval * (burst - 1)); // An unused second saves tokens, up to the burst.
            _next = (_next > earliest ? _next : earliest) + _interval;
            delay = _next - _interval - now;
        }

        return delay > TimeSpan.Zero ? Task.Delay(delay, clock, cancellationToken) : Task.CompletedTask;
    }
}
