namespace RotationLambdas.EcsRedeployment.Rollout;

/// <summary>
/// How long a call that changes a service is tried: what goes back to the queue comes again only after its visibility timeout, an hour or so.
/// </summary>
internal static class UpdateRetry
{
    /// <summary>With the pauses, half a minute.</summary>
    private const int Attempts = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    /// <summary>Whether the call is to be tried again after its failure.</summary>
    /// <param name="attempt">How often it was tried.</param>
    /// <param name="exception">What it failed with.</param>
    public static bool IsLeft(int attempt, Exception exception) => attempt < Attempts && (AwsErrors.IsWorthRetrying(exception));

    /// <summary>The pause after an attempt, counted from 1.</summary>
    public static TimeSpan PauseAfter(int attempt)
    {
        var pause = FirstPause * Math.Pow(2, attempt - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}
