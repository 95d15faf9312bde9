namespace RotationLambdas.PostgresRotation.Timing;

/// <summary>The time that an invocation has left. Every wait is cut to it, so that the function always ends by an error of its own and
/// never by Lambda's time-out, which gives an operator no cause.</summary>
internal sealed class TimeBudget
{
    /// <summary>What is kept back for reporting the outcome: one second.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _allowance;
    private readonly long _start;

    /// <param name="remainingTime">
    /// What Lambda grants, that is <c>ILambdaContext.RemainingTime</c>; <see cref="Reserve"/> is taken off.
    /// </param>
    /// <param name="timeProvider">The clock that the budget runs on.</param>
    public TimeBudget(TimeSpan remainingTime, TimeProvider timeProvider)
        : this(timeProvider, remainingTime - Reserve)
    {
    }

    private TimeBudget(TimeProvider timeProvider, TimeSpan allowance)
    {
        Clock = timeProvider;
        _allowance = allowance > TimeSpan.Zero ? allowance : TimeSpan.Zero;
        _start = timeProvider.GetTimestamp();
    }

    public TimeProvider Clock { get; }

    /// <summary>What is left; never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var left = _allowance - Clock.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public bool IsSpent => Remaining == TimeSpan.Zero;

    /// <summary>A wait of at most <paramref name="wanted"/>, and of no more than what is left.</summary>
    public TimeSpan AtMost(TimeSpan wanted) => wanted < Remaining ? wanted : Remaining;

    /// <summary>A budget of its own for a part of the work, which ends no later than this one.</summary>
    public TimeBudget Part(TimeSpan limit) => new(Clock, AtMost(limit));

    /// <summary>
    /// Waits for <paramref name="pause"/>, if that leaves time for something to be done afterwards.
    /// </summary>
    /// <returns>False, at once, when the pause would use up what is left.</returns>
    public async Task<bool> TryPauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        if (pause >= Remaining)
        {
            return false;
        }

        await Task.Delay(pause, Clock, cancellationToken);
        return true;
    }
}
