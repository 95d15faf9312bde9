using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace RotationLambdas.ScaleSimulation.Aws;

/// <summary>The SDK's standard retries, quota of retries included; only their pauses are the simulated clock's.</summary>
internal sealed class ClockedRetryPolicy(int repeats, TimeProvider clock) : StandardRetryPolicy(repeats)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20); // Standard retry mode: truncated exponential backoff with jitter, at most 20 s.

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
#pragma warning disable CA5394 // Jitter needs no secrecy.
        var pause = TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Pow(2, context.Retries));
#pragma warning restore CA5394
        return Task.Delay(pause < LongestPause ? pause : LongestPause, clock, context.CancellationToken);
    }
}
