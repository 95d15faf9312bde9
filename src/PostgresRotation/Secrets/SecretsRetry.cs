using System.Security.Cryptography;
using Amazon.Runtime;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Timing;

namespace RotationLambdas.PostgresRotation.Secrets;

/// <summary>
/// Calls Secrets Manager until it answers or the invocation's time is over. The client's own three attempts are over within about two
/// seconds; an interface endpoint that comes back, or a burst of a thousand rotations in one window, may take longer.
/// </summary>
/// <param name="budget">The time that the invocation has.</param>
internal sealed class SecretsRetry(TimeBudget budget)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Makes one call, as often as needed.</summary>
    /// <param name="operation">The operation as AWS names it.</param>
    /// <param name="secretId">The secret that it is about.</param>
    /// <param name="call">Makes the call once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="expected">A refusal that the caller deals with itself.</param>
    /// <exception cref="SecretsManagerRefusedException">It failed for good.</exception>
    public async Task<T> CallAsync<T>(
        string operation, string secretId, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, Type? expected = null)
    {
        using CancellationTokenSource deadline = new(budget.Remaining, budget.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await call(either.Token);
            }
            catch (Exception exception) when (
                exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException
                && exception.GetType() != expected)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // Full jitter: rotations that were throttled together must not come back together.
                if (!SecretsErrors.IsPassing(exception) || !await budget.TryPauseAsync(pause * Jitter(), cancellationToken))
                {
                    throw SecretsErrors.ForGood(operation, secretId, exception);
                }
            }
        }
    }

    private static double Jitter() => RandomNumberGenerator.GetInt32(1, 1001) / 1000.0;
}
