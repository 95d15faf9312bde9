using System.Security.Cryptography;

namespace RotationLambdas.Shared;

/// <summary>How often and how fast a transient error is retried.</summary>
internal sealed record RetryOptions
{
    /// <summary>How often the call is made at most, at least 1. Default: until the time is over.</summary>
    public int MaxAttempts { get; init; } = int.MaxValue;

    /// <summary>The longest pause after the first attempt; each further pause may be twice as long. Default 100 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause. Default 2 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause after an attempt, counted from 1.</summary>
    public TimeSpan LongestDelayAfter(int attempt)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 30));
        return delay < MaxDelay ? delay : MaxDelay;
    }

    /// <summary>A pause after an attempt, counted from 1: any up to the longest (AWS Architecture Blog, "Exponential Backoff And Jitter",
    /// full jitter), so that callers that were throttled together do not return together.</summary>
    public TimeSpan DelayAfter(int attempt) => LongestDelayAfter(attempt) * RandomNumberGenerator.GetInt32(1, 1001) / 1000.0;
}

/// <summary>The one way to retry a call of AWS. It ends with the last error, never with the cancellation of a pause.</summary>
internal sealed class RetryPolicy(RetryOptions options, TimeProvider clock)
{
    /// <summary>Makes a call until it succeeds, fails for good, or the time is over.</summary>
    /// <param name="isTransient">True when the same call may succeed later.</param>
    /// <param name="giveUp">Makes the error to throw from the last exception and the number of attempts; null throws the exception
    /// itself.</param>
    /// <param name="cancellationToken">
    /// The time that the work has. When it is cancelled in a pause, the last error is thrown; when it is cancelled before the first attempt
    /// has failed, <see cref="OperationCanceledException"/> is.
    /// </param>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> call,
        Func<Exception, bool> isTransient,
        Func<Exception, int, Exception?> giveUp,
        CancellationToken cancellationToken)
    {
        Exception? last = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (OperationCanceledException) when (last is not null && cancellationToken.IsCancellationRequested)
            {
                if (giveUp(last, attempt) is { } error)
                {
                    throw error;
                }

                throw;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                last = exception;
                if (isTransient(exception) && attempt < options.MaxAttempts && await PauseAsync(attempt, cancellationToken))
                {
                    continue;
                }

                if (giveUp(exception, attempt) is { } error)
                {
                    throw error;
                }

                throw;
            }
        }
    }

    private async Task<bool> PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(options.DelayAfter(attempt), clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
