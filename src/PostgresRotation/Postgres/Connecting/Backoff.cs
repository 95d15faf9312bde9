namespace RotationLambdas.PostgresRotation.Postgres.Connecting;

/// <summary>How long to wait before retrying what may be transient: growing from a tenth of a second to one, with jitter so that many
/// functions do not knock at once.</summary>
internal static class Backoff
{
    private const int FirstMilliseconds = 100;
    private const int LongestMilliseconds = 1000;

    /// <summary>The pause after the failed attempt number <paramref name="attempt"/>, counted from 1.</summary>
    public static TimeSpan After(int attempt)
    {
        var most = Math.Min(LongestMilliseconds, FirstMilliseconds << Math.Min(attempt - 1, 8));
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(most / 2, most + 1));
    }
}
