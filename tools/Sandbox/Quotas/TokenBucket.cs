namespace RotationLambdas.Sandbox.Quotas;

/// <summary>
/// A token bucket that is full at first. A call takes a token; time puts tokens back, up to the bucket's capacity. Safe from any thread.
/// </summary>
internal sealed class TokenBucket(double burst, double perSecond, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double _taken;
    private DateTimeOffset _filledAt = clock.GetUtcNow();

    public bool TryTake()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _taken = Math.Max(0, _taken - (perSecond * (now - _filledAt).TotalSeconds));
            _filledAt = now;
            if (_taken + 1 > burst)
            {
                return false;
            }

            _taken++;
            return true;
        }
    }
}
